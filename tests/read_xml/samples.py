# ruff: noqa: E501  (sources as their publishers write them: long lines)
"""A small invented law in every XML format, with the tree it must give. The words are our own."""

from __future__ import annotations

from typing import NamedTuple


class Sample(NamedTuple):
    """`format` as `sniff` names it, the source, the tree of the body, and the names of the components."""

    format: str
    source: str
    tree: str
    components: tuple[str, ...] = ()


AKN = Sample(
    "akn",
    """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/>
<preface><p><docTitle>Ferry Act</docTitle></p></preface>
<body><chapter eId="chp_1"><num>Chapter 1</num><heading>General</heading>
<section eId="sec_1"><num>1.</num><heading>Ferries<authorialNote><p>Amended.</p></authorialNote></heading>
<subsection><num>(1)</num><intro><p>A ferry must carry—</p></intro>
<paragraph><num>(a)</num><content><p>a <b>bell</b>; and</p></content></paragraph>
<paragraph><num>(b)</num><content><p>a lamp,</p></content></paragraph>
<wrapUp><p>in good order.</p></wrapUp></subsection>
<subsection><num>(2)</num><content><p>In section 3 insert <mod><quotedStructure><section><num>3A.</num>
<heading>Boats</heading><content><p>A boat is a ferry.</p></content></section></quotedStructure></mod></p></content></subsection>
</section></chapter></body>
<attachments><attachment><heading>Lamps</heading><doc name="schedule"><meta/><mainBody><p>Red.</p></mainBody></doc></attachment></attachments>
</act></akomaNtoso>""",
    """chapter 1: General
  section 1: Ferries
    subsection 1: A ferry must carry—
      paragraph a: a bell; and
      paragraph b: a lamp,
    subsection 2: In section 3 insert 3A. Boats A boat is a ferry.""",
    ("preface", "schedule_1"),
)
AKN_2 = Sample(
    "akn",
    """<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act><meta/><body>
<section id="section-1"><num>1.</num><heading>Bells</heading><subsection id="section-1.1"><num>(1)</num><content>
<blockList id="l"><listIntroduction>A bell is—</listIntroduction>
<item id="a"><num>(a)</num><p>round; or</p></item><item id="b"><num>(b)</num><p>loud.</p></item></blockList>
</content></subsection></section></body></act></akomaNtoso>""",
    """section 1: Bells
  subsection 1: A bell is—
    item a: round; or
    item b: loud.""",
)
AKN_ARTICLES_IN_SECTIONS = Sample(
    "akn",
    """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/><body>
<section eId="s1"><num>Section 1</num><heading>Lamps</heading>
<article eId="art_1"><num>Art. 1</num><paragraph><num>1</num><content><p>Lamps are lit.</p></content></paragraph></article>
</section></body></act></akomaNtoso>""",
    """division 1: Lamps
  article 1
    paragraph 1: Lamps are lit.""",
)
CLML = Sample(
    "clml",
    """<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation" DocumentURI="http://www.legislation.gov.uk/ukpga/2001/5">
<Primary><PrimaryPrelims><Title>Ferry Act 2001</Title><LongTitle>An Act about ferries.</LongTitle></PrimaryPrelims><Body>
<P1group><Title>Bells</Title><P1 id="section-1"><Pnumber><CommentaryRef Ref="c1"/>1</Pnumber><P1para>
<P2><Pnumber>1</Pnumber><P2para><Text>A ferry has—</Text><P3><Pnumber>a</Pnumber><P3para><Text>a bell, and</Text></P3para></P3>
<P3><Pnumber>b</Pnumber><P3para><Text>a lamp,</Text></P3para></P3><Text>both clean.</Text></P2para></P2>
<P2><Pnumber>2</Pnumber><P2para><Text>After section 7 insert—</Text><BlockAmendment><P1group><Title>Oars</Title><P1><Pnumber>7A</Pnumber>
<P1para><Text>Oars are wet.</Text></P1para></P1></P1group></BlockAmendment></P2para></P2></P1para></P1></P1group></Body>
<Schedules><Schedule><Number>SCHEDULE 1</Number><TitleBlock><Title>Oars</Title></TitleBlock><ScheduleBody>
<P1 id="schedule-1-paragraph-1"><Pnumber>1</Pnumber><P1para><Text>Ash.</Text></P1para></P1></ScheduleBody></Schedule></Schedules>
</Primary><Commentaries><Commentary id="c1"><Para><Text>In force at Royal Assent.</Text></Para></Commentary></Commentaries></Legislation>""",
    """section 1: Bells
  subsection 1: A ferry has—
    paragraph a: a bell, and
    paragraph b: a lamp,
  subsection 2: After section 7 insert— Oars 7A Oars are wet.""",
    ("preface", "schedule_1", "notes"),
)
USLM = Sample(
    "uslm",
    """<bill xmlns="http://schemas.gpo.gov/xml/uslm"><meta><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">A bill</dc:title></meta>
<main><longTitle><officialTitle>To light ferries.</officialTitle></longTitle>
<section><num value="1">SECTION 1. </num><heading>Lamps.</heading><subsection><num value="a">(a) </num><heading>In general.—</heading>
<content>A lamp is lit.</content></subsection><subsection><num value="b">(b) </num><content>Insert the following:
<quotedContent><section><num value="9">Sec. 9.</num><content>Oars are wet.</content></section></quotedContent></content></subsection></section>
<section><num value="2">SEC. 2. </num><heading>Bells.</heading><content>A bell is rung.</content><notes><note><p>Rung at noon.</p></note></notes>
</section></main></bill>""",
    """section 1: Lamps.
  subsection a: In general.—
  subsection b: Insert the following: Sec. 9. Oars are wet.
section 2: Bells.""",
    ("preface", "notes"),
)
DC = Sample(
    "dclaw",
    """<section xmlns="https://code.dccouncil.us/schemas/dc-library"><num>50-1</num><heading>Ferries.</heading>
<text>A ferry:</text><para><num>(1)</num><text>Floats;</text><para><num>(A)</num><text>On water; or</text></para></para>
<para><num>(2)</num><text>Sinks.</text></para><annotations><annotation>D.C. Law 1-1</annotation></annotations></section>""",
    """section 50-1: Ferries.
  subsection 1: Floats;
    paragraph A: On water; or
  subsection 2: Sinks.""",
    ("notes",),
)
LIMS = Sample(
    "lims",
    """<Statute xmlns:lims="http://justice.gc.ca/lims" xml:lang="en"><Identification><LongTitle>An Act about ferries</LongTitle>
<ShortTitle>Ferry Act</ShortTitle></Identification><Body><Heading level="1"><Label>PART 1</Label><TitleText>Bells</TitleText></Heading>
<Section><MarginalNote>Duty</MarginalNote><Label>1</Label><Subsection><Label>(1)</Label><Text>A bell is rung</Text>
<Paragraph><Label>(<Emphasis>a</Emphasis>)</Label><Text>at noon; and</Text></Paragraph></Subsection></Section>
<Section type="amending"><Label>2</Label><Text>The Act is amended:</Text><AmendedText><Section><Label>9.1</Label><Text>Oars are wet.</Text>
</Section></AmendedText></Section></Body></Statute>""",
    """part 1: Bells
  section 1: Duty
    subsection 1: A bell is rung
      paragraph a: at noon; and
  section 2: The Act is amended: 9.1 Oars are wet.""",
    ("preface",),
)
ISB = Sample(
    "isb",
    """<act><metadata><title>Ferry Act 2001</title><number>5</number><year>2001</year></metadata><frontmatter><p>Ferry Act</p>
<acttoc><p>1. Bells</p></acttoc></frontmatter><body><part><title><p>PART 1</p><p>Bells</p></title><sect id="SEC1"><number>1.</number>
<title><p><b>Bells</b></p></title><p><b>1.</b> (1) In S<afada/>il<emdash/></p><p>(a) <odq/>bell<cdq/> means a bell, and</p>
<p>(b) lamps.</p><p>(2) Oars.</p></sect></part></body></act>""",
    """part 1: Bells
  section 1: Bells
    subsection 1: In Sáil—
      paragraph a: “bell” means a bell, and
      paragraph b: lamps.
    subsection 2: Oars.""",
    ("preface",),
)
LEXDANIA = Sample(
    "lexdania",
    """<Dokument SchemaLocation="LexDania_2.1.xsd"><Meta><DocumentTitle>Lov om lamper</DocumentTitle></Meta><DokumentIndhold><Kapitel>
<Explicatus>1. kapitel</Explicatus><Rubrica><Linea><Char>Lamper</Char></Linea></Rubrica><ParagrafGruppe><Paragraf>
<Explicatus>§ 1 a.</Explicatus><Stk><Exitus><Linea><Char>Lampen lyser.</Char></Linea><Linea><Char>Altid.</Char></Linea></Exitus></Stk>
<Stk><Explicatus>Stk. 2.</Explicatus><Exitus><Linea><Char>Klokken:</Char></Linea><Index><Indentatio><Explicatus>1)</Explicatus><Exitus>
<Linea><Char>ringer.</Char></Linea></Exitus></Indentatio></Index></Exitus></Stk></Paragraf></ParagrafGruppe></Kapitel></DokumentIndhold></Dokument>""",
    """chapter 1: Lamper
  section 1 a
    subsection: Lampen lyser. Altid.
    subsection 2: Klokken:
      item 1: ringer.""",
)
RIIGI_TEATAJA = Sample(
    "riigiteataja",
    """<oigusakt xmlns="tyviseadus_1"><metaandmed/><aktinimi><nimi><pealkiri>Laevaseadus</pealkiri></nimi></aktinimi><sisu><peatykk>
<peatykkNr>1</peatykkNr><kuvatavNr>1. peatükk</kuvatavNr><peatykkPealkiri>KELLAD</peatykkPealkiri><paragrahv><paragrahvNr>3</paragrahvNr>
<kuvatavNr><![CDATA[§ 3<sup>1</sup>. ]]></kuvatavNr><paragrahvPealkiri>Kell</paragrahvPealkiri><loige><loigeNr>1</loigeNr><kuvatavNr>(1)</kuvatavNr>
<sisuTekst><tavatekst>Kell heliseb.</tavatekst></sisuTekst><alampunkt><alampunktNr>1</alampunktNr><kuvatavNr>1)</kuvatavNr><sisuTekst>
<tavatekst>vesi;</tavatekst></sisuTekst></alampunkt></loige></paragrahv></peatykk></sisu></oigusakt>""",
    """chapter 1: KELLAD
  section 3-1: Kell
    subsection 1: Kell heliseb.
      paragraph 1: vesi;""",
    ("preface",),
)
BWB = Sample(
    "bwb",
    """<toestand bwb-id="BWBR1"><wetgeving soort="wet"><intitule>Lampenwet</intitule><wet-besluit><aanhef><wij>Wij,</wij></aanhef><wettekst>
<hoofdstuk><kop><label>Hoofdstuk</label><nr>1</nr><titel>Lampen</titel></kop><artikel><kop><label>Artikel</label><nr>1a</nr></kop><lid>
<lidnr>1</lidnr><al>De lamp:</al><lijst><li><li.nr>a.</li.nr><al>brandt;</al></li></lijst></lid><meta-data><x>n</x></meta-data></artikel>
</hoofdstuk></wettekst></wet-besluit></wetgeving></toestand>""",
    """chapter 1: Lampen
  article 1a
    paragraph 1: De lamp:
      item a: brandt;""",
    ("preface", "preamble"),
)
BOE = Sample(
    "boe",
    """<response><data><texto><bloque id="p" tipo="preambulo"><version fecha_vigencia="19990101"><p class="parrafo">Sabed:</p></version></bloque>
<bloque id="t" tipo="encabezado"><version fecha_vigencia="19990101"><p class="titulo_num">TÍTULO I</p><p class="titulo_tit">Faros</p></version></bloque>
<bloque id="a1" tipo="precepto"><version fecha_vigencia="19990101"><p class="articulo">Artículo 1. Viejo.</p></version>
<version fecha_vigencia="20100101"><p class="articulo">Artículo 1. Faro.</p><p class="parrafo">1. El faro:</p><p class="parrafo">a) alumbra;</p>
<p class="parrafo">b) gira.</p><p class="parrafo">2. De noche.</p></version></bloque></texto></data></response>""",
    """title I: Faros
  article 1: Faro
    paragraph 1: El faro:
      point a: alumbra;
      point b: gira.
    paragraph 2: De noche.""",
    ("preamble",),
)
BCN = Sample(
    "bcn",
    """<Norma xmlns="http://www.leychile.cl/esquemas" fechaVersion="2001-01-01"><Encabezado><Texto>LEY NUM. 1</Texto></Encabezado>
<EstructurasFuncionales><EstructuraFuncional tipoParte="Artículo"><Texto>     Artículo 1º.- El faro alumbra        LEY 2 Art. 1
la mar y la costa.
     De noche:
     a) gira, y
     b) suena.</Texto><Metadatos><NombreParte>1</NombreParte></Metadatos></EstructuraFuncional></EstructurasFuncionales></Norma>""",
    """article 1: El faro alumbra la mar y la costa. De noche:
  paragraph a: gira, y
  paragraph b: suena.""",
    ("preface",),
)
RIS = Sample(
    "ris",
    """<risdok xmlns="http://www.bka.gv.at"><nutzdaten><abschnitt><ueberschrift typ="titel">Kurztitel</ueberschrift>
<absatz typ="erltext" ct="kurztitel">Lampengesetz</absatz><absatz typ="erltext" ct="artikel_anlage">§ 1</absatz>
<absatz typ="abs" ct="text"><gldsym>§ 1.</gldsym> Die Lampe</absatz><liste><aufzaehlung ebene="1"><listelem ct="text">
<symbol>a)</symbol>leuchtet,</listelem></aufzaehlung><schlussteil ebene="0" ct="text">immer.</schlussteil></liste></abschnitt></nutzdaten></risdok>""",
    """section 1: Die Lampe
  item a: leuchtet,""",
    ("preface",),
)
GII = Sample(
    "gii",
    """<dokumente builddate="20200101"><norm><metadaten><jurabk>LampG</jurabk><langue>Lampengesetz</langue></metadaten><textdaten/></norm>
<norm><metadaten><gliederungseinheit><gliederungskennzahl>010</gliederungskennzahl><gliederungsbez>Abschnitt 1</gliederungsbez>
<gliederungstitel>Lampen</gliederungstitel></gliederungseinheit></metadaten><textdaten/></norm><norm><metadaten><enbez>§ 1a</enbez>
<titel>Licht</titel></metadaten><textdaten><text><Content><P>(1) Die Lampe <DL><DT>1.</DT><DD><LA>leuchtet,</LA></DD></DL>wenn
<DL><DT>1.</DT><DD><LA>es Nacht ist.</LA></DD></DL></P><P>(2) Immer.</P></Content></text></textdaten></norm></dokumente>""",
    """division 1: Lampen
  section 1a: Licht
    subsection 1: Die Lampe
      item 1: leuchtet,
      alinea: wenn
      item 1: es Nacht ist.
    subsection 2: Immer.""",
    ("preface",),
)
EGOV = Sample(
    "egov",
    """<Law Lang="ja" Era="Showa" Year="30" Num="5"><LawNum>昭和三十年法律第五号</LawNum><LawBody><LawTitle>灯台法</LawTitle><TOC><TOCLabel>目次</TOCLabel></TOC>
<MainProvision><Chapter><ChapterTitle>第一章　総則</ChapterTitle><Article Num="2_2"><ArticleCaption>（灯）</ArticleCaption><ArticleTitle>第二条の二</ArticleTitle>
<Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>灯は、</Sentence><Sentence>光る。</Sentence></ParagraphSentence><Item><ItemTitle>一</ItemTitle>
<ItemSentence><Sentence>夜</Sentence></ItemSentence></Item></Paragraph></Article></Chapter></MainProvision>
<SupplProvision><SupplProvisionLabel>附則</SupplProvisionLabel><Paragraph><ParagraphNum/><ParagraphSentence><Sentence>施行する。</Sentence></ParagraphSentence></Paragraph>
</SupplProvision></LawBody></Law>""",
    """chapter 1: 総則
  article 2-2: （灯）
    item 1: 夜""",
    ("preface", "supplement"),
)
TW = Sample(
    "twmoj",
    """<法規><法規性質>法律</法規性質><法規名稱>燈塔法</法規名稱><最新異動日期>20200101</最新異動日期><法規內容><編章節>第 一 章 總則</編章節>
<條文><條號>第 3-1 條</條號><條文內容><![CDATA[燈塔應亮。
鐘應：
一、鳴。
（一）正午。
二、停。]]></條文內容></條文></法規內容></法規>""",
    """chapter 1: 總則
  article 3-1
    paragraph: 燈塔應亮。
    paragraph: 鐘應：
      subparagraph 1: 鳴。
        item 1: 正午。
      subparagraph 2: 停。""",
    ("preface",),
)
#: The same ministry's file in translation: articles, chapters and markers in English.
TW_EN = Sample(
    "twmoj",
    """<法規><法規性質>法律</法規性質><英文法規名稱>Lighthouse Act</英文法規名稱><中文法規名稱>燈塔法</中文法規名稱>
<最新英文異動日期>20200101</最新英文異動日期><法規內容><編章節>   Chapter One: General Provisions</編章節>
<條文><條號>Article 3-1</條號><條文內容><![CDATA[A lighthouse shall be lit by the person in charge.
A bell shall be rung:
1. in fog:
(1) at noon;
a. twice.
2. in a storm.
The bell is tested by the ministry.]]></條文內容></條文><編章節>Section II Bells</編章節>
<條文><條號>Article 4</條號><條文內容><![CDATA[Bells are of bronze.]]></條文內容></條文></法規內容></法規>""",
    """chapter One: General Provisions
  article 3-1
    paragraph: A lighthouse shall be lit by the person in charge.
    paragraph: A bell shall be rung:
      subparagraph 1: in fog:
        item 1: at noon;
          item a: twice.
      subparagraph 2: in a storm.
    paragraph: The bell is tested by the ministry.
  division II: Bells
    article 4: Bells are of bronze.""",
    ("preface",),
)
LAGASAFN = Sample(
    "lagasafn",
    """<law nr="3" year="1950"><name>Vitalög</name><num-and-date><date>1950-01-01</date></num-and-date><chapter nr="1"><nr-title>I. kafli.</nr-title>
<name>Vitar</name><art nr="2a"><nr-title>2. gr. a.</nr-title><subart><paragraph><sen>Viti lýsir:</sen><numart><nr-title>1.</nr-title><paragraph>
<sen>á nóttu.</sen></paragraph></numart></paragraph></subart></art></chapter></law>""",
    """chapter 1: Vitar
  article 2a: Viti lýsir:
    item 1: á nóttu.""",
    ("preface",),
)
LOVDATA = Sample(
    "lovdata",
    """<!DOCTYPE html><html lang="nb"><head><title>Lov om fyr</title></head><body><header class="documentHeader"><dl class="data-document-key-info">
<dt class="title">Tittel</dt><dd class="title">Lov om fyr</dd></dl></header><main class="documentBody"><h1>Lov om fyr</h1>
<section class="section" data-name="kap1"><h2>Kapittel 1. Fyr</h2><article class="legalArticle"><h3 class="legalArticleHeader">
<span class="legalArticleValue">§ 1-2</span>. <span class="legalArticleTitle">Lys</span></h3><article class="legalP">Fyret lyser</article>
<article class="legalP">Det gjelder<ol class="defaultList"><li data-name="a."><article class="listArticle"><article class="legalP">om natten.</article>
</article></li></ol></article><article class="changesToParent">Endret ved lov.</article></article></section></main></body></html>""",
    """chapter 1: Fyr
  section 1-2: Lys
    subsection: Fyret lyser
    subsection: Det gjelder
      item a: om natten.""",
    ("preface", "notes"),
)
EURLEX = Sample(
    "eurlex",
    """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Consolidated TEXT: 32001R0005 — EN — 01.02.2003</title></head><body>
<p class="reference">02001R0005</p><div class="eli-main-title"><p class="title-doc-first">REGULATION on lamps</p></div>
<p class="title-division-1">CHAPTER I</p><p class="title-division-2">Lamps</p>
<p class="title-article-norm">Article 1</p><p class="stitle-article-norm">Light</p>
<div class="norm"><span class="no-parag">1. </span><div class="norm inline-element">Lamps shall:<div class="grid-container grid-list">
<div class="list grid-list-column-1"><span>(a) </span></div><div class="grid-list-column-2"><p class="norm">shine.</p></div></div></div></div>
<p class="norm">2. At night.</p><p class="footnote">( 1 ) A note.</p></body></html>""",
    """chapter I: Lamps
  article 1: Light
    paragraph 1: Lamps shall:
      point a: shine.
    paragraph 2: At night.""",
    ("preface",),
)
AKN_HTML = Sample(
    "akn-html",
    """<!DOCTYPE html><html lang="en"><head><title>Ferry Act</title></head><body><nav>Home</nav><h1>Ferry Act</h1>
<div class="akn-akomaNtoso"><section class="akn-body"><section class="akn-chapter" data-eid="chp_1"><h2>Chapter 1<br>Bells</h2>
<section class="akn-section" data-eid="sec_2"><h3>2. Duty to ring</h3><span class="akn-content"><span class="akn-p">A bell rings.</span></span></section>
<section class="akn-article" data-eid="art_One"><h3>Article One: Oars</h3><span class="akn-content"><span class="akn-p">Wet.</span></span></section>
</section></section></div></body></html>""",
    """chapter 1: Bells
  section 2: Duty to ring
  article 1: Oars""",
)
ALL = {name: sample for name, sample in sorted(globals().items()) if isinstance(sample, Sample)}
