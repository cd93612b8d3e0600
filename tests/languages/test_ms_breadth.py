"""Malay clauses of our own in the manners of drafters elsewhere: plain language, Brunei orders, state enactments."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from ctip_law import parse
from tests.languages.tables import Frame

MS = Frame(
    "ms",
    """Akta contoh pemerdagangan orang

Seksyen 1. Tafsiran. Dalam Akta ini—
"kanak-kanak" ertinya seseorang yang berumur di bawah lapan belas tahun;
"mangsa" ertinya orang yang diperdagangkan.

Seksyen 2. Kesalahan pemerdagangan orang. Mana-mana orang yang merekrut, mengangkut, memindahkan, melindungi atau menerima orang lain dengan ancaman
bagi maksud perhambaan melakukan suatu kesalahan dan hendaklah, apabila disabitkan, dipenjarakan selama tempoh tidak
melebihi dua belas tahun.""",
    "Seksyen",
)

# element, clause, what it is read as
ROWS = [
    (
        "means.deception",
        "Berbohong tentang upah supaya seseorang ikut bekerja ialah suatu cara bagi maksud seksyen 2.",
        "present",
    ),
    ("purpose.organs", "Tujuan yang dilarang termasuk mengambil buah pinggang seseorang untuk dijual.", "present"),
    ("assets.freeze", "Mahkamah boleh melarang suspek memindahkan wangnya sehingga kes selesai.", "present"),
    (
        "coop.mla",
        "Jika mahkamah negara jiran memerlukan saksi bagi kes pemerdagangan, polis hendaklah membantu mendapatkannya.",
        "present",
    ),
    (
        "coop.central_auth",
        "Segala permintaan daripada negara asing hendaklah disalurkan kepada satu pejabat yang ditetapkan.",
        "present",
    ),
    (
        "identification.no_removal",
        "Tiada seorang pun yang menunggu saringan boleh dihantar keluar dari Malaysia sehingga statusnya ditentukan.",
        "present",
    ),
    (
        "identification.notify",
        "Pegawai hendaklah memaklumkan kepada kerajaan negara asal apabila rakyatnya disahkan sebagai mangsa.",
        "present",
    ),
    (
        "investigation.continue_withdrawal",
        "Perdamaian antara pengadu dan tertuduh tidak menamatkan perbicaraan bagi kesalahan pemerdagangan.",
        "present",
    ),
    (
        "investigation.parole",
        "Banduan yang memperdagangkan orang tidak boleh keluar penjara awal sebelum beratnya kesalahan itu ditimbangkan.",
        "present",
    ),
    (
        "jurisdiction.no_dual_crim",
        "Tidak material sama ada undang-undang negara tempat kejadian tidak menghukum perbuatan pemerdagangan itu.",
        "present",
    ),
    (
        "nonpunish.other_acts",
        "Mangsa tidak boleh dihukum kerana mencuri jika dia disuruh mencuri oleh pemerdagang.",
        "present",
    ),
    (
        "prevention.awareness",
        "Kerajaan hendaklah menerangkan kepada penduduk kampung bagaimana orang diperdagangkan.",
        "present",
    ),
    (
        "protection.medical",
        "Mangsa yang cedera hendaklah dirawat di hospital dan tidak perlu membayar apa-apa.",
        "present",
    ),
    ("protection.no_secondary", "Pegawai mesti berhati-hati supaya mangsa tidak trauma kali kedua.", "present"),
    ("protection.video_testimony", "Mangsa boleh menjawab soalan mahkamah dari bilik lain melalui kamera.", "present"),
    (
        "return.child_best",
        "Budak tidak boleh dihantar balik ke negaranya jika balik itu tidak selamat untuknya.",
        "present",
    ),
    ("protection.housing", "Setiap mangsa hendaklah ditempatkan di rumah teduh.", "present"),
    # in part only: a threshold, a class, a place, a time, means
    ("protection.housing", "Mangsa boleh tinggal di rumah teduh kalau tabung masih ada wang.", "weak"),
    (
        "related_offence.profits",
        "Peguam yang menerima bahagian daripada hasil eksploitasi mangsa boleh dihukum penjara.",
        "weak",
    ),
    (
        "prevention.labour_inspection",
        "Pegawai buruh hendaklah melawat kilang yang mempunyai lebih daripada tiga ratus pekerja untuk mengesan pemerdagangan orang.",
        "weak",
    ),
    ("protection.medical", "Mangsa hendaklah dirawat di hospital jika bayaran telah dijelaskan.", "weak"),
    (
        "child.interview",
        "Kanak-kanak perempuan yang menjadi mangsa hendaklah ditemu bual oleh pegawai wanita jika ada yang bertugas.",
        "weak",
    ),
    (
        "related_offence.document_retain",
        "Agensi pekerjaan yang memegang pasport pekerja yang diperdagangkan boleh dihukum penjara.",
        "weak",
    ),
    # no limits, though they sound like some
    (
        "identification.reasonable_grounds",
        "Apabila ada sebab yang munasabah untuk mempercayai bahawa seseorang ialah mangsa, pegawai hendaklah melindunginya.",
        "present",
    ),
    ("status.asylum", "Tiada apa-apa dalam Akta ini boleh menjejaskan hak mangsa untuk memohon suaka.", "present"),
    # near-misses
    (
        "investigation.joint",
        "Kuasa menjalankan siasatan bersama di bawah Akta terdahulu adalah ditarik balik.",
        "absent",
    ),
    ("protection.fund", "Tabung ini ditubuhkan bagi keluarga pegawai yang terkorban dalam operasi.", "absent"),
    ("nonpunish.no_detention", "Mangsa tidak boleh meninggalkan tempat itu tanpa kebenaran.", "absent"),
    ("purpose.surrogacy", "Eksploitasi termasuk kerja paksa oleh perempuan yang hamil.", "absent"),
    ("institution.budget", "Pelaku dihukum dengan hukuman yang diperuntukkan bagi kesalahan itu.", "absent"),
    ("assets.reverse_burden", "Dia hendaklah disifatkan telah melakukan kesalahan itu dan hartanya disita.", "absent"),
]


@pytest.mark.parametrize(("element", "clause", "status"), ROWS, ids=lambda v: v[:40])
def test_a_malay_clause_is_read(element: str, clause: str, status: str) -> None:
    finding = MS.find(element, clause)
    assert finding.status == status, (finding.status, finding.why, finding.evidence)


@pytest.mark.parametrize("named", ["boleh digelar sebagai", "bolehlah dinamakan"])
def test_the_name_of_an_order_stands_in_its_first_section(named: str) -> None:
    text = f"NEGERI KAYU ARA\n\nWARTA KERAJAAN\n\n1. Perintah ini {named} Perintah Melindungi Orang Dagangan.\n\n2. Menteri boleh melantik seorang pegawai bagi maksud Perintah ini.\n"
    assert "Melindungi Orang Dagangan" in parse("-", stdin=text.encode(), lang="ms").title
