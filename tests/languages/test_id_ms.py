"""Indonesian and Malay clauses of our own: what provides an element, and what only looks like it."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law import languages, parse
from ctip_law.errors import DataError
from ctip_law.match import match
from tests.languages.tables import Frame, unfilled, unsaid

ID = Frame(
    "id",
    """Undang-Undang contoh tentang perdagangan orang

Pasal 1
Dalam Undang-Undang ini yang dimaksud dengan:
1. Korban adalah orang yang menderita karena perdagangan orang.
2. Anak adalah orang yang belum berusia 18 (delapan belas) tahun.

Pasal 2
Setiap orang yang merekrut, mengangkut, menampung, memindahkan, atau menerima orang lain dengan ancaman kekerasan, penipuan,
atau penyalahgunaan kekuasaan untuk tujuan perbudakan, kerja paksa, atau pelacuran dipidana dengan pidana penjara paling
singkat 2 (dua) tahun dan paling lama 12 (dua belas) tahun.""",
    "Pasal",
)
MS = Frame(
    "ms",
    """Akta contoh pemerdagangan orang

Seksyen 1. Tafsiran. Dalam Akta ini—
"kanak-kanak" ertinya seseorang yang berumur di bawah lapan belas tahun;
"mangsa" ertinya orang yang diperdagangkan.

Seksyen 2. Kesalahan pemerdagangan orang. Mana-mana orang yang merekrut, mengangkut, memindahkan, melindungi atau menerima orang lain dengan ancaman,
penipuan atau penyalahgunaan kuasa bagi maksud perhambaan, kerja paksa atau pelacuran melakukan suatu kesalahan dan
hendaklah, apabila disabitkan, dipenjarakan selama tempoh tidak melebihi dua belas tahun.""",
    "Seksyen",
)

# element, clause that provides it (Indonesian)
INDONESIAN = [
    ("participation.attempt", "Orang yang sudah memulai perdagangan orang tetapi terhenti karena hal di luar kemauannya tetap dipidana."),
    ("participation.incite", "Siapa yang mendorong orang lain supaya melakukan perdagangan orang dikenai pidana yang sama."),
    ("protection.unconditional", "Layanan bagi korban tidak boleh dikaitkan dengan kesediaannya memberi keterangan."),
    ("consent.irrelevant_adult", "Persetujuan korban tidak menghapuskan tuntutan pidana."),
    ("consent.irrelevant_adult", "Izin atau persetujuan korban tidak dapat dijadikan alasan pembelaan bagi pelaku."),
    ("participation.attempt", "Setiap orang yang melakukan percobaan tindak pidana perdagangan orang dipidana sama."),
    ("participation.accomplice", "Setiap orang yang membantu melakukan tindak pidana perdagangan orang dipidana sama dengan pelaku."),
    ("participation.accomplice", "Setiap orang yang turut serta dalam tindak pidana ini dipidana sebagai pelaku."),
    ("participation.organise", "Setiap orang yang mengorganisasikan orang lain untuk melakukan tindak pidana ini dipidana sama."),
    ("participation.conspiracy", "Permufakatan jahat untuk melakukan tindak pidana ini dipidana sama."),
    ("participation.incite", "Setiap orang yang menggerakkan orang lain melakukan tindak pidana ini dipidana penjara."),
    ("aggravating.child_victim", "Dalam hal perdagangan orang dilakukan terhadap anak, pidana ditambah sepertiga."),
    ("aggravating.vulnerable_victim", "Pidana ditambah 1/3 (sepertiga) jika korban adalah penyandang disabilitas atau perempuan hamil."),
    ("aggravating.public_official", "Jika pelaku adalah pejabat publik atau pegawai negeri, pidananya ditambah sepertiga."),
    ("aggravating.ocg", "Jika dilakukan oleh kelompok terorganisasi, pidananya ditambah sepertiga."),
    ("aggravating.recidivism", "Pidana ditambah sepertiga dalam hal pelaku melakukan pengulangan tindak pidana."),
    ("aggravating.family_trust", "Pidana ditambah sepertiga jika pelaku adalah orang tua, wali, atau pengasuh korban."),
    ("aggravating.death_injury", "Jika mengakibatkan korban meninggal dunia, pidananya ditambah sepertiga."),
    ("related_offence.document_retain", "Setiap orang yang menahan paspor korban dipidana dengan pidana penjara paling lama 3 (tiga) tahun."),
    ("related_offence.use_services", "Setiap orang yang menggunakan jasa korban perdagangan orang dipidana penjara paling lama 5 (lima) tahun."),
    ("legal_person.liability", "Korporasi yang melakukan tindak pidana perdagangan orang dipidana denda."),
    ("legal_person.sanction_extra", "Terhadap korporasi dapat dijatuhi pidana tambahan berupa pencabutan izin usaha atau pembubaran."),
    ("assets.confiscate_proceeds", "Hasil tindak pidana dirampas untuk negara."),
    ("assets.confiscate_instr", "Kendaraan yang digunakan untuk melakukan tindak pidana dirampas untuk negara."),
    ("assets.freeze", "Penyidik berwenang memblokir rekening tersangka."),
    ("jurisdiction.extraterritorial", "Undang-Undang ini berlaku bagi setiap orang yang melakukan tindak pidana di luar wilayah Indonesia."),
    ("jurisdiction.active_personality", "Undang-Undang ini berlaku bagi warga negara Indonesia yang melakukan tindak pidana di luar wilayah Indonesia."),
    ("investigation.sit", "Penyidik dapat melakukan penyamaran dan penyadapan dalam penyidikan."),
    ("identification.procedure", "Petugas wajib melakukan identifikasi korban menurut prosedur yang ditetapkan Menteri."),
    ("protection.privacy", "Setiap orang dilarang mempublikasikan identitas korban."),
    ("protection.privacy", "Identitas korban wajib dirahasiakan."),
    ("protection.closed_court", "Pemeriksaan perkara dilakukan dalam sidang tertutup untuk umum."),
    ("protection.info", "Korban berhak memperoleh informasi mengenai hak-haknya dan perkembangan perkara."),
    ("protection.interpreter", "Korban berhak mendapat penerjemah."),
    ("protection.housing", "Pemerintah Daerah wajib menyediakan rumah aman bagi korban."),
    ("protection.medical", "Korban berhak atas pelayanan kesehatan cuma-cuma."),
    ("protection.psychological", "Pusat pelayanan memberikan konseling kepada korban."),
    ("protection.material", "Korban diberi makanan, pakaian, dan biaya hidup sementara."),
    ("protection.employment", "Dinas memberikan pelatihan keterampilan kepada korban."),
    ("protection.safety", "Polisi wajib melindungi korban dan menjamin keamanan tempat tinggalnya."),
    ("protection.legal_aid", "Korban berhak atas bantuan hukum secara cuma-cuma."),
    ("protection.compensation_offender", "Hakim mewajibkan terpidana membayar restitusi kepada korban."),
    ("protection.compensation_state", "Jika pelaku tidak mampu, negara memberikan kompensasi kepada korban melalui dana bantuan korban."),
    ("protection.video_testimony", "Keterangan saksi korban dapat diberikan melalui telekonferensi."),
    ("protection.nonnational", "Bantuan diberikan kepada setiap korban tanpa membedakan kewarganegaraan."),
    ("nonpunish.other_acts", "Korban tidak dapat dituntut atas perbuatan yang terpaksa melakukan karena dipaksa oleh pelaku."),
    ("nonpunish.status_offences", "Korban perdagangan orang tidak dapat dipidana karena pelanggaran keimigrasian."),
    ("status.temp_stay", "Korban warga negara asing dapat diberi izin tinggal terbatas selama proses peradilan."),
    ("return.voluntary", "Pemulangan korban dilakukan secara sukarela."),
    ("return.safe", "Pemulangan korban dilakukan dengan memperhatikan keselamatan dan martabatnya."),
    ("return.reintegration", "Dinas menyelenggarakan reintegrasi sosial bagi korban."),
    ("child.best_interests", "Setiap keputusan mengutamakan kepentingan terbaik bagi anak."),
    ("child.education", "Anak yang menjadi korban berhak atas pendidikan dan kembali bersekolah."),
    ("prevention.policy", "Pemerintah wajib menyusun kebijakan dan program pencegahan perdagangan orang."),
    ("prevention.awareness", "Gugus tugas melakukan sosialisasi bahaya perdagangan orang kepada masyarakat."),
    ("prevention.training", "Pemerintah menyelenggarakan pelatihan penyidik dan hakim tentang perdagangan orang."),
    ("prevention.root_causes", "Program pencegahan perdagangan orang mengatasi kemiskinan dan pengangguran."),
    ("prevention.recruitment_reg", "Menteri mengawasi dan memberikan izin kepada perusahaan penempatan pekerja migran."),
    ("prevention.ngo_coop", "Pemerintah bekerja sama dengan lembaga swadaya masyarakat."),
    ("coop.mla", "Kerja sama internasional dapat berupa bantuan timbal balik dalam masalah pidana."),
    ("coop.agreements", "Pemerintah membuat perjanjian kerja sama bilateral dengan negara lain."),
    ("institution.coordination", "Pemerintah membentuk gugus tugas yang mengoordinasikan pencegahan perdagangan orang."),
    ("institution.subnational", "Gubernur membentuk gugus tugas provinsi."),
    ("institution.action_plan", "Gugus tugas menyusun rencana aksi nasional pemberantasan perdagangan orang."),
    ("institution.data_collection", "Gugus tugas menyelenggarakan pengumpulan data kasus perdagangan orang."),
    ("institution.budget", "Biaya pelaksanaan dibebankan pada anggaran pendapatan dan belanja negara."),
    ("institution.hotline", "Menteri membuka layanan hotline."),
    ("jurisdiction.passive_personality", "Undang-Undang ini berlaku terhadap perdagangan orang yang dilakukan di negara lain apabila korbannya warga negara Indonesia."),
    ("status.reflection", "Kepada korban diberikan waktu tiga puluh hari untuk memulihkan diri dan menimbang kerja sama dengan penyidik."),
    ("smuggling.benefit", "Penyelundupan manusia adalah membawa orang ke wilayah negara secara tidak sah untuk mencari keuntungan."),
]  # fmt: skip

# element, clause that only looks like it (Indonesian)
INDONESIAN_NEAR = [
    ("nonpunish.no_detention", "Orang yang disangka memperdagangkan orang tidak boleh ditahan lebih dari satu hari tanpa surat perintah."),
    ("aggravating.multiple_victims", "Pidananya ditambah sepertiga apabila tindak pidana itu dilakukan oleh dua orang atau lebih bersama-sama."),
    ("corruption.passive", "Hakim berwenang memerintahkan lembaga keuangan untuk melakukan pemblokiran."),
    ("investigation.cooperate_mitigate", "Barang dikembalikan apabila terdakwa diputus bebas atau lepas dari segala tuntutan karena tidak cukup bukti."),
    ("border.controls", "Pemeriksaan terhadap korban yang bertempat tinggal di luar negeri didampingi pejabat perwakilan."),
    ("consent.irrelevant_adult", "Tindakan medis dilakukan atas persetujuan korban."),
    ("participation.attempt", "Pegawai baru menjalani masa percobaan selama satu tahun."),
    ("participation.accomplice", "Masyarakat membantu pemerintah dalam menangani korban."),
    ("participation.organise", "Organisasi masyarakat ikut mencegah perdagangan orang."),
    ("aggravating.child_victim", "Anak berhak memperoleh akta kelahiran."),
    ("aggravating.family_trust", "Keluarga korban menerima salinan putusan."),
    ("aggravating.public_official", "Pejabat yang berwenang menerbitkan izin."),
    ("related_offence.document_retain", "Petugas imigrasi memeriksa paspor penumpang."),
    ("legal_person.liability", "Korporasi dapat memberi sumbangan kepada rumah aman."),
    ("assets.freeze", "Penyidik membekukan semangat para pelaku."),
    ("jurisdiction.extraterritorial", "Pemeriksaan anak dilakukan di luar sidang pengadilan."),
    ("investigation.sit", "Penyidik memeriksa saksi di kantor polisi."),
    ("identification.procedure", "Menteri menetapkan prosedur pengadaan barang."),
    ("protection.privacy", "Nama pelapor dirahasiakan."),
    ("protection.closed_court", "Kantor pengadilan tutup pada hari libur."),
    ("protection.interpreter", "Penjelasan pasal ini dimuat dalam lampiran."),
    ("protection.housing", "Setiap orang yang menyembunyikan pelaku di rumahnya dipidana penjara."),
    ("protection.medical", "Menteri kesehatan menjadi anggota gugus tugas."),
    ("protection.compensation_offender", "Anggota gugus tugas menerima uang rapat."),
    ("protection.video_testimony", "Rapat gugus tugas dapat dilakukan jarak jauh."),
    ("nonpunish.other_acts", "Pelaku tidak dapat dibebaskan karena korban memaafkannya."),
    ("status.asylum", "Setiap orang yang membantu pelarian pelaku dipidana penjara."),
    ("status.temp_stay", "Korban tinggal bersama keluarganya."),
    ("return.voluntary", "Sumbangan masyarakat bersifat sukarela."),
    ("child.education", "Pendidikan hakim diatur oleh Mahkamah Agung."),
    ("prevention.policy", "Setiap perusahaan menyusun kebijakan keuangannya."),
    ("prevention.demand", "Permintaan banding diajukan dalam tujuh hari."),
    ("prevention.training", "Pelatihan korban diselenggarakan oleh dinas."),
    ("coop.mla", "Hubungan timbal balik antara orang tua dan anak dihormati."),
    ("institution.coordination", "Undang-Undang ini mulai berlaku pada tanggal diundangkan."),
    ("institution.hotline", "Garis batas wilayah ditetapkan dengan peraturan."),
    ("smuggling.procurement", "Penyelundupan barang diatur dengan undang-undang kepabeanan."),
]  # fmt: skip

# element, heading, clause that provides it (Malay)
MALAY = [
    ("jurisdiction.passive_personality", "Kesalahan luar wilayah", "Akta ini terpakai bagi pemerdagangan orang yang dilakukan di negara asing jika mangsanya rakyat Malaysia."),
    ("consent.irrelevant_adult", "Kerelaan", "Tidaklah menjadi suatu pembelaan bahawa mangsa telah rela."),
    ("consent.irrelevant_adult", "Persetujuan mangsa", "Persetujuan mangsa adalah tidak relevan."),
    ("participation.attempt", "Percubaan", "Mana-mana orang yang cuba melakukan kesalahan ini melakukan suatu kesalahan."),
    ("participation.accomplice", "Persubahatan", "Mana-mana orang yang bersubahat dalam pelakuan kesalahan di bawah Akta ini melakukan suatu kesalahan."),
    ("participation.organise", "Mengarahkan", "Mana-mana orang yang mengarahkan orang lain melakukan kesalahan di bawah Akta ini melakukan suatu kesalahan."),
    ("participation.conspiracy", "Konspirasi", "Mana-mana orang yang berkonspirasi untuk melakukan pemerdagangan orang melakukan suatu kesalahan."),
    ("aggravating.child_victim", "Keadaan memberatkan", "Jika mangsa ialah seorang kanak-kanak, hukuman pemenjaraan tidak kurang daripada lima tahun."),
    ("aggravating.vulnerable_victim", "Hukuman yang lebih berat", "Jika mangsa ialah orang kurang upaya atau wanita hamil, pesalah hendaklah dipenjarakan seumur hidup."),
    ("aggravating.public_official", "Keadaan memberatkan", "Jika pesalah ialah penjawat awam, hukuman pemenjaraan tidak kurang daripada lima tahun."),
    ("aggravating.ocg", "Keadaan memberatkan", "Jika dilakukan oleh kumpulan jenayah terancang, pesalah hendaklah dihukum penjara seumur hidup."),
    ("aggravating.death_injury", "Kesalahan pemerdagangan orang teruk", "Jika kesalahan itu mengakibatkan kematian atau kecederaan parah, hukuman ialah pemenjaraan seumur hidup."),
    ("related_offence.document_retain", "Dokumen", "Mana-mana orang yang menyembunyikan atau memusnahkan pasport mangsa melakukan suatu kesalahan."),
    ("related_offence.document_forge", "Dokumen palsu", "Mana-mana orang yang memalsukan dokumen perjalanan melakukan suatu kesalahan."),
    ("related_offence.profits", "Keuntungan", "Mana-mana orang yang mendapat keuntungan daripada eksploitasi mangsa melakukan suatu kesalahan."),
    ("related_offence.use_services", "Pengguna", "Mana-mana orang yang menggunakan perkhidmatan mangsa melakukan suatu kesalahan."),
    ("legal_person.liability", "Pertubuhan perbadanan", "Jika kesalahan dilakukan oleh pertubuhan perbadanan, pertubuhan perbadanan itu hendaklah didenda."),
    ("legal_person.natural_separate", "Pertubuhan perbadanan", "Jika kesalahan dilakukan oleh pertubuhan perbadanan, pengarah atau pengurusnya hendaklah disifatkan bersalah."),
    ("assets.confiscate_proceeds", "Pelucuthakan", "Mahkamah hendaklah memerintahkan pelucuthakan hasil daripada kesalahan itu."),
    ("assets.confiscate_instr", "Pelucuthakan", "Kenderaan yang digunakan dalam pelakuan kesalahan hendaklah dilucuthakkan."),
    ("assets.freeze", "Harta", "Pegawai boleh membekukan akaun orang itu."),
    ("jurisdiction.extraterritorial", "Kesalahan luar wilayah", "Kesalahan yang dilakukan di luar Malaysia boleh diuruskan seolah-olah dilakukan di Malaysia."),
    ("jurisdiction.active_personality", "Kesalahan luar wilayah", "Jika warganegara melakukan kesalahan di luar negara, dia boleh diuruskan seolah-olah kesalahan itu dilakukan di dalam negara."),
    ("investigation.protect_tools", "Penggeledahan", "Pegawai boleh menggeledah mana-mana premis dengan waran Majistret."),
    ("identification.procedure", "Pengenalpastian mangsa", "Pegawai hendaklah mengenal pasti mangsa mengikut tatacara yang ditetapkan."),
    ("identification.reasonable_grounds", "Jagaan sementara", "Pegawai yang mempunyai alasan yang munasabah untuk mempercayai bahawa seseorang ialah mangsa boleh mengambilnya ke dalam jagaan."),
    ("protection.privacy", "Kerahsiaan", "Tiada sesiapa boleh menyiarkan; identiti mangsa tidak boleh didedahkan."),
    ("protection.media_ban", "Sekatan media", "Mana-mana akhbar tidak boleh menyiarkan gambar atau nama mangsa."),
    ("protection.closed_court", "Prosiding tertutup", "Mahkamah boleh mendengar perbicaraan secara tertutup."),
    ("protection.info", "Hak mangsa", "Mangsa hendaklah dimaklumkan tentang haknya dan status kes."),
    ("protection.interpreter", "Bahasa", "Mangsa hendaklah diberi khidmat jurubahasa."),
    ("protection.housing", "Tempat perlindungan", "Menteri boleh mewujudkan tempat perlindungan bagi mangsa."),
    ("protection.medical", "Rawatan", "Mangsa hendaklah diberi rawatan perubatan di hospital."),
    ("protection.psychological", "Bantuan", "Mangsa hendaklah diberi kaunseling."),
    ("protection.material", "Bantuan", "Majlis hendaklah membayar elaun kepada orang yang diperdagangkan."),
    ("protection.employment", "Bekerja", "Mangsa hendaklah diberi latihan kemahiran dan peluang pekerjaan."),
    ("protection.safety", "Keselamatan", "Pegawai hendaklah menjamin keselamatan mangsa."),
    ("protection.legal_aid", "Bantuan guaman", "Mangsa berhak mendapat bantuan guaman."),
    ("protection.compensation_offender", "Pampasan", "Mahkamah boleh memerintahkan orang yang disabitkan membayar pampasan kepada mangsa."),
    ("protection.back_wages", "Gaji tertunggak", "Mahkamah hendaklah memerintahkan pembayaran gaji tertunggak kepada mangsa."),
    ("protection.video_testimony", "Keterangan mangsa", "Keterangan mangsa boleh diambil melalui pautan video."),
    ("protection.no_secondary", "Keterangan", "Tiada soalan boleh diajukan tentang sejarah seksual mangsa semasa pemeriksaan balas."),
    ("nonpunish.status_offences", "Kekebalan", "Mangsa tidak boleh didakwa kerana kemasukan secara haram ke dalam negara."),
    ("nonpunish.other_acts", "Kekebalan", "Mangsa tidak boleh dihukum bagi perbuatan yang merupakan akibat langsung pemerdagangan orang."),
    ("status.temp_stay", "Pas lawatan", "Mangsa asing boleh diberi pas khas untuk tinggal di negara ini."),
    ("status.work", "Bekerja", "Mangsa yang diberi Perintah Perlindungan boleh diberi kebenaran untuk bekerja."),
    ("return.safe", "Penghantaran balik", "Penghantaran balik mangsa hendaklah mengambil kira keselamatan dan maruahnya."),
    ("return.reintegration", "Pemulihan", "Majlis hendaklah menyediakan program pemulihan dan pengintegrasian semula bagi mangsa."),
    ("child.best_interests", "Kanak-kanak", "Kepentingan terbaik kanak-kanak hendaklah diutamakan."),
    ("child.guardian", "Penjaga", "Mahkamah boleh melantik seorang penjaga bagi kanak-kanak yang tidak ditemani."),
    ("prevention.policy", "Fungsi Majlis", "Majlis hendaklah merumuskan dasar bagi mencegah pemerdagangan orang."),
    ("prevention.awareness", "Kesedaran", "Majlis hendaklah menjalankan kempen kesedaran awam tentang pemerdagangan orang."),
    ("prevention.training", "Latihan", "Majlis hendaklah mengadakan latihan bagi pegawai penguat kuasa tentang pemerdagangan orang."),
    ("prevention.ngo_coop", "Kerjasama", "Majlis hendaklah bekerjasama dengan pertubuhan bukan kerajaan."),
    ("coop.info_exchange", "Kerjasama", "Agensi boleh berkongsi maklumat tentang pemerdagangan orang dengan negara asing."),
    ("coop.agreements", "Perjanjian", "Kerajaan boleh membuat perjanjian dua hala dengan negara lain."),
    ("border.carrier_duty", "Pengangkut", "Nakhoda hendaklah memastikan bahawa setiap penumpang memiliki dokumen perjalanan yang sah."),
    ("institution.coordination", "Penubuhan Majlis", "Suatu Majlis hendaklah ditubuhkan untuk menyelaraskan pelaksanaan Akta ini."),
    ("institution.action_plan", "Pelan", "Majlis hendaklah merumuskan pelan tindakan kebangsaan mengenai pemerdagangan orang."),
    ("institution.data_collection", "Data", "Majlis hendaklah mengumpul data mengenai kes pemerdagangan orang."),
    ("institution.reporting", "Laporan tahunan", "Majlis hendaklah mengemukakan laporan tahunan kepada Menteri."),
    ("smuggling.procurement", "Penyeludupan migran", "Mana-mana orang yang menjalankan penyeludupan migran melakukan suatu kesalahan."),
]  # fmt: skip

# element, heading, clause that only looks like it (Malay)
MALAY_NEAR = [
    ("nonpunish.no_detention", "Tangkapan", "Orang yang disyaki memperdagangkan orang tidak boleh ditahan melebihi sehari tanpa perintah Majistret."),
    ("aggravating.death_injury", "Ejen", "Jika seseorang boleh dikenakan hukuman bagi apa-apa peninggalan, majikannya boleh dikenakan hukuman yang sama."),
    ("border.visa", "Tugas Majlis", "Majlis hendaklah menyelia pencegahan pemerdagangan orang, termasuklah mengawasi corak imigrasi."),
    ("smuggling.doc_possess", "Kekebalan", "Mangsa tidak boleh dikenakan pendakwaan kerana kemasukan secara haram atau pemilikan pasport palsu yang dibekalkan kepadanya."),
    ("consent.irrelevant_adult", "Rawatan", "Pembedahan memerlukan kerelaan mangsa."),
    ("participation.accomplice", "Bantuan", "Pegawai hendaklah membantu mangsa pemerdagangan orang."),
    ("participation.organise", "Ceramah", "Majlis boleh menganjurkan ceramah tentang pemerdagangan orang."),
    ("participation.conspiracy", "Perjanjian", "Kerajaan boleh bersetuju untuk membantu."),
    ("aggravating.child_victim", "Sekolah", "Kanak-kanak hendaklah bersekolah."),
    ("aggravating.vulnerable_victim", "Bangunan", "Bangunan itu hendaklah mempunyai laluan bagi orang kurang upaya."),
    ("related_offence.document_retain", "Pemeriksaan", "Pegawai imigresen boleh memeriksa pasport."),
    ("related_offence.profits", "Akaun", "Keuntungan kedai itu hendaklah direkodkan."),
    ("legal_person.liability", "Derma", "Pertubuhan perbadanan boleh menderma kepada tabung."),
    ("assets.freeze", "Arkib", "Rekod hendaklah disimpan di arkib."),
    ("jurisdiction.extraterritorial", "Lawatan", "Pegawai boleh melawat luar bandar."),
    ("identification.procedure", "Mesyuarat", "Majlis boleh menetapkan tatacara mesyuaratnya."),
    ("identification.reasonable_grounds", "Penggeledahan", "Pegawai yang mempunyai alasan yang munasabah boleh menyita buku."),
    ("protection.privacy", "Pemberi maklumat", "Nama pemberi maklumat tidak boleh didedahkan."),
    ("protection.closed_court", "Waktu pejabat", "Pejabat mahkamah ditutup pada hari cuti."),
    ("protection.interpreter", "Tafsiran", "Akta ini hendaklah ditafsirkan dengan luas."),
    ("protection.housing", "Melindungi pesalah", "Mana-mana orang yang melindungi pesalah daripada ditangkap melakukan suatu kesalahan."),
    ("protection.medical", "Anggota Majlis", "Ketua Pengarah Kesihatan ialah anggota Majlis."),
    ("protection.legal_aid", "Anggota Majlis", "Peguam Negara atau wakilnya ialah anggota Majlis."),
    ("protection.material", "Elaun", "Anggota Majlis boleh dibayar elaun."),
    ("protection.video_testimony", "Mesyuarat", "Mesyuarat boleh diadakan melalui persidangan video."),
    ("nonpunish.status_offences", "Kesalahan imigresen", "Mana-mana orang yang masuk secara haram hendaklah didenda."),
    ("nonpunish.other_acts", "Tanggung rugi", "Tiada tindakan boleh diambil terhadap pegawai yang bertindak dengan suci hati."),
    ("status.perm_stay", "Jagaan", "Mangsa yang merupakan pemastautin tetap hendaklah dilepaskan."),
    ("status.humanitarian", "Organ manusia", "Organ manusia yang disita hendaklah dilupuskan dalam tempoh sebulan."),
    ("status.asylum", "Pelarian diri", "Mana-mana mangsa yang melarikan diri boleh dibawa semula."),
    ("institution.coordinator", "Penyelarasan", "Peruntukan ini hendaklah selaras dengan Akta lain."),
    ("institution.subnational", "Anggota Majlis", "Ketua Setiausaha Kementerian Dalam Negeri ialah anggota Majlis yang ditubuhkan."),
    ("institution.hotline", "Garis panduan", "Menteri boleh mengeluarkan garis panduan."),
    ("identification.notify", "Anggota Majlis", "Menteri hendaklah memaklumkan wakil mangsa."),
    ("smuggling.procurement", "Barang", "Penyeludupan barang hendaklah dilaporkan kepada kastam."),
]  # fmt: skip

OFFENCES = [
    (
        "id",
        "Pasal 3",
        "Setiap orang yang menculik, menyembunyikan, atau menjual orang lain dengan tipu muslihat atau memanfaatkan posisi "
        "rentan untuk dieksploitasi dalam praktik serupa perbudakan, pengambilan organ, atau dipaksa mengemis dipidana "
        "dengan pidana penjara paling singkat 5 (lima) tahun dan paling lama 15 (lima belas) tahun.",
        {"act.harbouring", "act.buy_sell", "means.abduction", "means.deception", "means.abuse_vulnerability",
         "purpose.similar_slavery", "purpose.organs", "purpose.begging", "scope.no_ocg", "penalty.four_years", "penalty.eu_ten"},
        {"act.receipt", "means.payments", "purpose.prostitution", "purpose.forced_labour", "child.no_means", "penalty.life"},
    ),
    (
        "ms",
        "Seksyen 3",
        "Mana-mana orang yang merekrut, membeli atau menyembunyikan seseorang dengan cara pemelarian, perdayaan atau "
        "pemberian bayaran atau faedah bagi memperoleh kerelaan seseorang yang mempunyai kawalan ke atas orang itu, bagi "
        "maksud eksploitasi seks, pengabdian atau pemindahan organ, melakukan kesalahan pemerdagangan orang dan hendaklah, "
        "apabila disabitkan, dihukum dengan pemenjaraan selama tempoh tidak melebihi lima belas tahun dan didenda.",
        {"act.recruitment", "act.buy_sell", "act.harbouring", "means.abduction", "means.deception", "means.payments",
         "purpose.other_sexual", "purpose.servitude", "purpose.organs", "scope.intent", "penalty.custodial", "penalty.eu_ten"},
        {"act.transportation", "means.threat", "purpose.begging", "child.no_means"},
    ),
]  # fmt: skip


@pytest.mark.parametrize("language", ["id", "ms"])
def test_the_concepts_have_wordings(language: str) -> None:
    assert unfilled(language) == []
    assert unsaid(language) == []


def test_the_two_languages_share_a_base_and_add_their_own() -> None:
    indonesian, malay = languages.load("id").concepts, languages.load("ms").concepts
    assert set(indonesian["legal-person"]) & set(malay["legal-person"])
    assert "=korban" in indonesian["victim"]
    assert "=korban" not in malay["victim"]
    assert "=anak" not in malay["child"]
    assert "_malayic" not in languages.languages()


def test_a_base_that_is_not_there_is_named_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "concepts-core.toml").write_text('child = ["anak"]\n', encoding="utf-8")
    (folder / "base.toml").write_text('# shared\nbase = "_nowhere"\n', encoding="utf-8")
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    with pytest.raises(DataError) as caught:
        languages.load.__wrapped__("xx")
    assert "_nowhere" in str(caught.value)
    assert "base.toml:2" in str(caught.value)


@pytest.mark.parametrize(("element", "clause"), INDONESIAN, ids=lambda v: v[:40])
def test_an_indonesian_clause_provides_the_element(element: str, clause: str) -> None:
    finding = ID.find(element, clause)
    assert finding.status == "present", (finding.why, finding.evidence)


@pytest.mark.parametrize(("element", "clause"), INDONESIAN_NEAR, ids=lambda v: v[:40])
def test_an_indonesian_near_miss_does_not(element: str, clause: str) -> None:
    finding = ID.find(element, clause)
    assert finding.status == "absent", finding.evidence


@pytest.mark.parametrize(("element", "heading", "clause"), MALAY, ids=lambda v: v[:40])
def test_a_malay_clause_provides_the_element(element: str, heading: str, clause: str) -> None:
    finding = MS.find(element, clause, heading)
    assert finding.status == "present", (finding.why, finding.evidence)


@pytest.mark.parametrize(("element", "heading", "clause"), MALAY_NEAR, ids=lambda v: v[:40])
def test_a_malay_near_miss_does_not(element: str, heading: str, clause: str) -> None:
    finding = MS.find(element, clause, heading)
    assert finding.status == "absent", finding.evidence


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "id",
            "Peraturan tentang perdagangan orang\n\nPasal 1\nDalam Peraturan ini yang dimaksud dengan:\n1. Perdagangan Orang adalah "
            "perbuatan merekrut, menampung, atau menerima seseorang dengan penipuan untuk dieksploitasi.\n2. Eksploitasi adalah "
            "kerja paksa atau perbudakan.\n\nPasal 2\nSetiap orang yang melakukan perdagangan orang dipidana dengan pidana penjara "
            "paling lama 12 (dua belas) tahun.\n",
        ),
        (
            "ms",
            'Akta pemerdagangan orang\n\nSeksyen 1. Tafsiran. Dalam Akta ini—\n"eksploitasi" bermakna kerja paksa atau perhambaan;\n'
            '"pemerdagangan orang" bermakna merekrut, melindungi atau menerima seseorang dengan penipuan bagi maksud eksploitasi.\n\n'
            "Seksyen 2. Kesalahan. Seseorang yang melakukan pemerdagangan orang melakukan suatu kesalahan dan hendaklah, apabila "
            "disabitkan, dipenjarakan selama tempoh tidak melebihi dua belas tahun.\n",
        ),
    ],
    ids=["id", "ms"],
)
def test_an_offence_that_names_only_the_defined_act_has_its_penalty(language: str, text: str) -> None:
    ledger = match([parse("-", stdin=text.encode(), lang=language)]).elements
    assert ledger["act.receipt"].evidence[0].num == "1"
    assert ledger["purpose.slavery"].status == "present"
    assert ledger["purpose.servitude"].status == "absent"
    assert [e.num for e in ledger["penalty.eu_ten"].evidence] == ["2"]
    assert ledger["penalty.no_fine_only"].status == "present"


def test_a_pregnant_victim_is_no_tier_by_sex() -> None:
    text = (
        "Seksyen 9. Hukuman yang lebih berat. Mana-mana orang yang memperdagangkan seorang {who} bagi maksud eksploitasi "
        "melakukan suatu kesalahan dan hendaklah dipenjarakan selama tempoh tidak melebihi dua puluh tahun."
    )
    flaws = [
        match([parse("-", stdin=f"{MS.articles}\n\n{text.format(who=w)}\n".encode())]).flaws
        for w in ("wanita hamil", "wanita")
    ]
    assert ["penalty-gender" in f for f in flaws] == [False, True]


@pytest.mark.parametrize(("language", "label", "text", "present", "absent"), OFFENCES, ids=["id", "ms"])
def test_the_offence_itself_is_read(language: str, label: str, text: str, present: set[str], absent: set[str]) -> None:
    title = "Peraturan tentang perdagangan orang" if language == "id" else "Akta pemerdagangan orang"
    law = parse("-", stdin=f"{title}\n\n{label}\n{text}\n".encode(), lang=language)
    found = {name for name, finding in match([law]).elements.items() if finding.status == "present"}
    assert law.language == language
    assert present - found == set()
    assert absent & found == set()


@pytest.mark.parametrize(
    ("told", "act"),
    [
        ("korban diselundupkan ke Malaysia", True),
        ("korban diselundupkan melalui laut", True),
        ("migran yang diselundupkan", False),  # a term for a person, and no act done to one
    ],
)
def test_who_is_smuggled_the_way_there_is_transported(told: str, act: bool) -> None:
    text = f"""Undang-Undang contoh tentang perdagangan orang

Pasal 1
Setiap orang yang karena perbuatannya {told} dengan ancaman atau penipuan untuk tujuan perbudakan, kerja paksa, atau
pelacuran dipidana karena perdagangan orang dengan pidana penjara paling lama 12 (dua belas) tahun."""
    found = match([parse("-", stdin=text.encode(), lang="id")]).elements["act.transportation"]
    assert (found.status == "present") is act
