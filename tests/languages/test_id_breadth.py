"""Indonesian clauses of our own that tell a duty in the words of other traditions; some in part, some of something else."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from tests.languages.test_id_ms import ID

# element, clause that provides it
PROVIDED = [
    ("protection.housing", "Penyintas yang baru lepas dari majikannya ditempatkan di rumah singgah yang pintunya dijaga perempuan petugas sosial."),
    ("protection.housing", "Dinas wajib menyewa kamar yang layak dan aman bagi korban apabila rumah aman sudah penuh."),
    ("protection.medical", "Biaya pemeriksaan dokter, obat, dan rawat inap korban ditanggung Pemerintah."),
    ("protection.psychological", "Seorang psikolog mendampingi penyintas sejak hari pertama sampai ia merasa pulih."),
    ("protection.legal_aid", "Negara menyediakan pengacara tanpa bayaran bagi setiap korban dalam perkara pidana maupun perdata."),
    ("protection.unconditional", "Bantuan kepada korban tidak boleh dihentikan hanya karena ia menolak menjadi saksi."),
    ("protection.back_wages", "Majikan harus melunasi gaji yang selama ini tidak dibayarkannya kepada korban."),
    ("protection.privacy", "Jati diri korban tidak boleh dibuka kepada umum oleh siapa pun."),
    ("protection.media_ban", "Media massa dan pengguna internet dilarang memuat foto maupun nama korban perdagangan orang."),
    ("protection.closed_court", "Pemeriksaan korban di pengadilan dilakukan dalam sidang tertutup."),
    ("protection.compensation_offender", "Terpidana diwajibkan membayar restitusi kepada korban atas upah yang hilang dan luka yang dideritanya."),
    ("protection.fund", "Dibentuk dana abadi bagi pemulihan korban perdagangan orang yang dikelola Kementerian."),
    ("status.reflection", "Korban asing diberi waktu tiga puluh hari untuk menenangkan diri dan mempertimbangkan apakah hendak bekerja sama, dan selama itu ia tidak dideportasi."),
    ("status.temp_stay", "Korban asing memperoleh izin tinggal enam bulan yang dapat diperpanjang."),
    ("status.work", "Pemegang izin tinggal korban berhak mencari nafkah dengan bekerja pada pemberi kerja mana pun."),
    ("return.safe", "Pemulangan korban didahului penilaian risiko dan dilakukan dengan menjaga keselamatan serta martabatnya."),
    ("return.reintegration", "Desa membantu korban yang kembali agar dapat hidup mandiri lagi di tengah masyarakat."),
    ("return.documents", "Kedutaan menerbitkan paspor sementara bagi korban agar dapat pulang ke tanah air."),
    ("prevention.awareness", "Dinas mengadakan penyuluhan di pasar, sekolah, dan rumah ibadat mengenai bahaya perdagangan orang."),
    ("prevention.recruitment_reg", "Biro penyalur pekerja hanya boleh beroperasi dengan izin dan dilarang meminta uang dari pelamar."),
    ("prevention.training", "Hakim, jaksa, dan penyidik wajib mengikuti pelatihan penanganan perkara perdagangan orang setiap tahun."),
    ("institution.coordination", "Dibentuk Komite Nasional yang mengoordinasikan kementerian dalam pemberantasan perdagangan orang."),
    ("institution.data_collection", "Sekretariat mengumpulkan angka korban dan pelaku yang dirinci menurut umur dan jenis kelamin."),
    ("institution.reporting", "Gugus Tugas melaporkan pelaksanaan Undang-Undang ini kepada Presiden setiap tahun."),
    ("institution.hotline", "Kementerian membuka nomor telepon darurat tanpa pulsa yang dapat dihubungi korban sepanjang hari."),
    ("coop.mla", "Atas permintaan negara lain, penyidik mengambil keterangan saksi dan menyita barang bukti untuk perkara di negara itu."),
    ("coop.info_exchange", "Kepolisian saling bertukar keterangan dengan kepolisian negara tetangga mengenai jaringan perdagangan orang."),
    ("border.carrier_duty", "Maskapai dan perusahaan pelayaran wajib memeriksa paspor dan visa penumpang sebelum keberangkatan ke luar negeri."),
    ("border.controls", "Imigrasi memperketat pemeriksaan penumpang di perbatasan guna menemukan korban perdagangan orang."),
    ("nonpunish.status_offences", "Korban tidak dikenai sanksi keimigrasian karena masuk atau tinggal tanpa dokumen yang sah."),
    ("nonpunish.other_acts", "Korban tidak dipidana atas kejahatan yang dilakukannya karena dipaksa oleh pelaku perdagangan orang."),
    ("act.buy_sell", "Setiap orang yang memperjualbelikan seseorang untuk dieksploitasi dipidana penjara paling lama sepuluh tahun."),
    ("act.receipt", "Siapa pun yang menyambut dan mengambil alih pekerja kiriman untuk diperas tenaganya melakukan perdagangan orang."),
    ("means.fraud", "Merekrut orang dengan perjanjian kerja palsu agar dapat dieksploitasi adalah perdagangan orang."),
    ("purpose.similar_slavery", "Eksploitasi meliputi jeratan utang, yaitu keadaan ketika seseorang harus bekerja untuk melunasi pinjaman yang nilainya tidak pernah berkurang."),
    ("legal_person.liability", "Korporasi dapat dipidana apabila pengurusnya memperdagangkan orang untuk kepentingan korporasi itu."),
    ("assets.confiscate_proceeds", "Seluruh keuntungan yang diperoleh dari perdagangan orang dirampas untuk negara."),
    ("jurisdiction.active_personality", "Undang-Undang ini berlaku bagi warga negara Indonesia yang melakukan perdagangan orang di luar negeri."),
    ("laundering.concealment", "Setiap orang yang menyembunyikan asal harta yang diketahuinya hasil perdagangan orang dipidana karena pencucian uang."),
    ("purpose.forced_marriage", "Termasuk eksploitasi ialah menikahkan seseorang tanpa persetujuannya demi mahar."),
    ("return.safe", "Korban tidak dipulangkan sebelum dipastikan tidak ada bahaya dari perekrut di daerah asalnya."),
    ("coop.foreign_confiscation", "Putusan perampasan dari pengadilan asing dijalankan terhadap harta pelaku yang ada di Indonesia."),
]

# element, clause that provides it for a narrower class, at discretion, as far as means allow
IN_PART = [
    ("protection.housing", "Korban dapat diberi tempat penampungan apabila anggaran Daerah memungkinkan."),
    ("protection.legal_aid", "Korban yang bersedia bersaksi mendapat pendampingan pengacara."),
    ("protection.medical", "Perawatan hanya diberikan kepada korban perempuan dalam keadaan darurat."),
    ("status.temp_stay", "Kepala imigrasi dapat memberi izin tinggal kepada korban atas pertimbangannya sendiri."),
    ("prevention.awareness", "Bupati dapat mengimbau kepala sekolah agar memberi penyuluhan tentang perdagangan orang."),
    ("border.carrier_duty", "Nakhoda feri ke Singapura wajib memeriksa paspor penumpang."),
    ("related_offence.document_forge", "Bidan yang memalsukan surat lahir untuk memperdagangkan bayi dipidana penjara."),
    ("act.buy_sell", "Orang tua yang menjual bayinya dipidana karena perdagangan orang."),
    ("protection.compensation_state", "Menteri dapat membayar santunan kepada korban setelah memperoleh persetujuan Menteri Keuangan."),
    ("border.carrier_duty", "Operator kapal penyeberangan ke Malaysia wajib memeriksa paspor penumpangnya."),
]

# element, clause of another beneficiary, another subject or a denial
NEAR = [
    ("protection.housing", "Pegawai rumah tahanan menempati rumah dinas yang aman di dekat kantor."),
    ("protection.housing", "Terpidana perdagangan orang ditempatkan di lembaga pemasyarakatan yang aman dan tertutup."),
    ("protection.medical", "Terdakwa yang sakit dirawat di rumah sakit dengan penjagaan polisi."),
    ("protection.employment", "Gugus Tugas membuka lowongan kerja bagi tenaga administrasi sekretariat."),
    ("protection.employment", "Penyidik mengikuti kursus komputer forensik selama dua minggu."),
    ("protection.material", "Anggota Gugus Tugas menerima uang saku dan ongkos angkutan untuk menghadiri rapat."),
    ("protection.legal_aid", "Terdakwa berhak didampingi penasihat hukum atas biaya negara."),
    ("protection.unconditional", "Hibah kepada Gugus Tugas tetap diterima sekalipun pemberinya tidak mau menyebutkan nama."),
    ("protection.views", "Ketua Gugus Tugas menyampaikan pendapat mengenai rancangan anggaran pada rapat tahunan."),
    ("status.temp_stay", "Korban dapat tinggal di rumah perlindungan sampai tiga bulan."),
    ("status.work", "Orang asing dilarang bekerja tanpa izin di wilayah Indonesia."),
    ("return.reintegration", "Terpidana yang bebas dibantu kembali ke masyarakat oleh balai pemasyarakatan."),
    ("return.safe", "Barang sitaan dikirim kembali dengan aman kepada pemiliknya."),
    ("institution.hotline", "Penyidik menyadap panggilan telepon tersangka selama tiga puluh hari."),
    ("institution.hotline", "Gugus Tugas menerima pengaduan tertulis dari korban pada hari kerja."),
    ("institution.data_collection", "Rumah sakit menyimpan catatan jumlah obat yang dipakai setiap bulan."),
    ("institution.coordinator", "Direktur rumah perlindungan bertanggung jawab atas kebersihan gedung."),
    ("prevention.awareness", "Petugas memberi tahu tersangka tentang hak-haknya pada saat ditangkap."),
    ("prevention.migration_info", "Pegawai baru mengikuti orientasi kantor selama tiga hari."),
    ("prevention.recruitment_reg", "Perekrutan pegawai Gugus Tugas dilakukan menurut peraturan kepegawaian."),
    ("prevention.demand", "Gugus Tugas tidak menggunakan jasa penerjemah yang tidak bersertifikat."),
    ("coop.info_exchange", "Anggota Gugus Tugas saling bertukar informasi melalui rapat bulanan."),
    ("coop.mla", "Kementerian memberi bantuan hukum kepada pegawainya yang digugat."),
    ("border.carrier_duty", "Sopir angkutan kota wajib membawa surat izin mengemudi."),
    ("border.doc_quality", "Kartu anggota Gugus Tugas memuat foto dan kode batang."),
    ("investigation.bail", "Saksi menyerahkan paspornya kepada hotel ketika menginap."),
    ("nonpunish.status_offences", "Orang asing yang tinggal melebihi izinnya dikenai denda dan dideportasi."),
    ("nonpunish.other_acts", "Status sebagai korban tidak membebaskan pelaku pencurian dari pidana."),
    ("laundering.acquisition", "Gugus Tugas menerima uang hibah yang berasal dari badan dunia."),
    ("corruption.passive", "Relawan menerima hadiah penghargaan dari Bupati atas jasanya membantu korban."),
    ("act.transfer", "Perkara perdagangan orang diserahkan kepada pengadilan negeri tempat perbuatan dilakukan."),
    ("act.receipt", "Korban diterima oleh petugas rumah perlindungan setiap saat."),
    ("means.payments", "Pemerintah memberikan uang santunan kepada orang tua korban."),
    ("purpose.organs", "Korban yang ginjalnya sakit dirawat di rumah sakit daerah."),
    ("purpose.similar_slavery", "Utang korban pada bank tidak dapat ditagih sebelum ia pulih."),
    ("assets.third_parties", "Pembeli barang lelang membayar harga yang wajar dalam tujuh hari."),
    ("jurisdiction.no_dual_crim", "Tidak penting dari negara mana korban berasal."),
    ("legal_person.liability", "Yayasan pendamping adalah badan hukum dan dapat memiliki kekayaan."),
    ("child.education", "Guru mengikuti pelatihan mengenai anak korban."),
    ("child.family_tracing", "Penyidik mencari keluarga tersangka untuk disita hartanya."),
    ("identification.reasonable_grounds", "Penyidik menahan tersangka apabila terdapat bukti permulaan yang cukup."),
    ("protection.fund", "Dana operasional Gugus Tugas diperiksa setiap tahun."),
    ("related_offence.false_recruit", "Calon hakim dipungut biaya pendaftaran ujian."),
    ("jurisdiction.territory", "Undang-Undang ini berlaku bagi warga negara Indonesia yang melakukan perdagangan orang di luar wilayah negara."),
    ("prevention.due_diligence", "Pembeli gedung Gugus Tugas melakukan uji tuntas atas sertifikat tanah dan pajaknya."),
    ("institution.hotline", "Nomor telepon pengurus koperasi dicantumkan pada kartu anggota."),
    ("child.education", "Polisi yang menangani anak korban mengikuti pendidikan selama tiga minggu."),
    ("legal_person.sanction_extra", "Izin perusahaan dicabut karena perusahaan menunggak pajak."),
]


@pytest.mark.parametrize(("element", "clause"), PROVIDED, ids=lambda v: v[:40])
def test_a_clause_in_other_words_provides_the_element(element: str, clause: str) -> None:
    finding = ID.find(element, clause)
    assert finding.status == "present", (finding.why, finding.evidence)


@pytest.mark.parametrize(("element", "clause"), IN_PART, ids=lambda v: v[:40])
def test_a_clause_with_a_limit_provides_it_in_part(element: str, clause: str) -> None:
    finding = ID.find(element, clause)
    assert finding.status == "weak", (finding.why, finding.evidence)


@pytest.mark.parametrize(("element", "clause"), NEAR, ids=lambda v: v[:40])
def test_a_clause_on_something_else_does_not(element: str, clause: str) -> None:
    finding = ID.find(element, clause)
    assert finding.status == "absent", finding.evidence
