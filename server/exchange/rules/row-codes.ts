export interface Sentence {
  readonly id: string
  readonly en: string
}

/** Every code that a row of a file can carry, with what is wrong and what to do. Closed: an outcome has no other code. */
export const rowCodes = {
  COLUMN_COUNT: {
    id: 'Jumlah kolom baris ini tidak sama dengan judul kolom. Periksa pemisah kolom dan tanda kutip pada baris ini.',
    en: 'This row has another number of cells than the header. Check the separators and quotes of this row.',
  },
  REQUIRED: { id: 'Kolom wajib kosong. Isi kolom ini.', en: 'A required cell is empty. Fill it in.' },
  FORMAT: {
    id: 'NIP bukan 18 angka. Ketik ulang NIP sebagai teks; angka yang disimpan sebagai bilangan sudah kehilangan digit.',
    en: 'The NIP is not 18 digits. Type it again as text; a NIP stored as a number has already lost digits.',
  },
  BIRTH_DATE: {
    id: 'Delapan angka pertama NIP bukan tanggal lahir yang sah. Cocokkan dengan SK pengangkatan.',
    en: 'The first eight digits of the NIP are not a valid birth date. Compare with the decree of appointment.',
  },
  TMT_OR_CONTRACT_CODE: {
    id: 'Angka ke-13–14 NIP bukan bulan TMT (01–12) dan bukan kode kontrak PPPK (21 ke atas). Cocokkan dengan SK.',
    en: 'Digits 13–14 of the NIP are neither a month (01–12) nor a PPPK contract code (21 or more). Compare with the decree.',
  },
  SEX: {
    id: 'Angka ke-15 NIP harus 1 (pria) atau 2 (wanita). Perbaiki NIP.',
    en: 'Digit 15 of the NIP must be 1 (male) or 2 (female). Correct the NIP.',
  },
  SERIAL: {
    id: 'Nomor urut NIP (tiga angka terakhir) tidak boleh 000. Perbaiki NIP.',
    en: 'The serial of the NIP (last three digits) may not be 000. Correct the NIP.',
  },
  PPPK_YEAR: {
    id: 'Tahun pengangkatan PPPK sebelum 2019. Cocokkan NI PPPK dengan SK.',
    en: 'The PPPK year of appointment is before 2019. Compare with the decree.',
  },
  TMT_FUTURE: {
    id: 'Tahun pengangkatan dalam NIP lebih dari satu tahun ke depan. Perbaiki NIP.',
    en: 'The year of appointment in the NIP is more than a year ahead. Correct the NIP.',
  },
  AGE_AT_APPOINTMENT: {
    id: 'Menurut NIP pegawai ini diangkat sebelum berumur 17 tahun. Perbaiki NIP.',
    en: 'By the NIP this person was appointed before the age of 17. Correct the NIP.',
  },
  BAD_ENUM: {
    id: 'Isi kolom tidak ada dalam daftar pilihan. Pilih salah satu nilai yang dikenal.',
    en: 'The value is not one of the known choices. Use a known one.',
  },
  BAD_DATE: {
    id: 'Tanggal tidak terbaca. Tulis hari-bulan-tahun, misalnya 31-12-2025.',
    en: 'The date cannot be read. Write day-month-year, for example 31-12-2025.',
  },
  BAD_NUMBER: {
    id: 'Angka tidak terbaca. Tulis angka saja dengan koma desimal, misalnya 87,5.',
    en: 'The number cannot be read. Write digits with a decimal comma, for example 87,5.',
  },
  BAD_GOLONGAN: {
    id: 'Golongan tidak dikenal atau tidak sesuai dengan status pegawai. PNS/CPNS: I/a–IV/e; PPPK: I–XVII.',
    en: 'The rank is unknown or does not fit the employment status. PNS/CPNS: I/a–IV/e; PPPK: I–XVII.',
  },
  BAD_PERIOD: {
    id: 'Periode bukan bagian dari tahun kinerja ini. Tulis misalnya 2025-TW1.',
    en: 'The period is not part of this performance year. Write for example 2025-TW1.',
  },
  UNKNOWN_UNIT: {
    id: 'Kode unit tidak dikenal. Impor unit lebih dulu atau perbaiki kodenya.',
    en: 'The unit code is unknown. Import the units first or correct the code.',
  },
  UNIT_CYCLE: {
    id: 'Unit ini menjadi induk dari dirinya sendiri melalui unit lain. Perbaiki kode induk.',
    en: 'The unit is its own ancestor. Correct the parent code.',
  },
  UNKNOWN_EMPLOYEE: {
    id: 'NIP tidak ada dalam data pegawai yang diterima. Impor pegawai lebih dulu atau perbaiki NIP.',
    en: 'No accepted employee has this NIP. Import the staff first or correct the NIP.',
  },
  UNKNOWN_RATER: {
    id: 'NIP pemberi nilai tidak ada dalam data pegawai. Perbaiki NIP.',
    en: 'No accepted employee has the NIP of the rater. Correct the NIP.',
  },
  UNKNOWN_INDICATOR: {
    id: 'Kode indikator tidak ada dalam katalog. Impor indikator lebih dulu atau perbaiki kodenya.',
    en: 'The catalogue has no such indicator. Import the indicators first or correct the code.',
  },
  UNKNOWN_SUBJECT: {
    id: 'NIP atau kode unit yang diukur tidak dikenal. Perbaiki kolom ini.',
    en: 'The measured NIP or unit code is unknown. Correct the cell.',
  },
  UNKNOWN_PROGRAM: {
    id: 'Kode program tidak dikenal. Impor daftar program lebih dahulu atau perbaiki kodenya.',
    en: 'The programme code is unknown. Import the list of programmes first or correct the code.',
  },
  DATE_ORDER: {
    id: 'Tanggal selesai mendahului tanggal mulai. Tukar atau perbaiki tanggalnya.',
    en: 'The end lies before the start. Swap or correct the dates.',
  },
  DUPLICATE_CONFLICT: {
    id: 'Kunci yang sama sudah diterima dengan isi lain; baris pertama berlaku. Hapus salah satu, atau ubah datanya di aplikasi.',
    en: 'The same key was accepted with other content; the first row counts. Remove one, or change the record in the application.',
  },
  IMPORT_ONLY: {
    id: 'SKP guru dan kepala sekolah berasal dari Ruang GTK. Isi kolom SISTEM dengan RUANG_GTK.',
    en: 'Plans of teachers and principals come from the national platform. Put RUANG_GTK in the column SISTEM.',
  },
  INVALID_TARGET: {
    id: 'Target tidak dapat dihitung (nol, negatif, kosong, atau batas terbalik). Perbaiki target.',
    en: 'The target cannot be computed (zero, negative, missing or reversed). Correct the target.',
  },
  RHK_UNLINKED: {
    id: 'Hasil kerja utama belum ditautkan. Isi RHK ATASAN dengan hasil kerja atasan atau nomor surat tugas.',
    en: 'A main result is not linked. Name the result of the superior or the assignment letter in RHK ATASAN.',
  },
  SKP_REJECTED: {
    id: 'Baris ini benar, tetapi baris lain dari SKP yang sama ditolak. Perbaiki baris itu dan kirim seluruh SKP.',
    en: 'This row is right, but another row of the plan was rejected. Mend that row and send the whole plan.',
  },
  WEIGHT_SUM: {
    id: 'Jumlah bobot RHK bukan 100 (±0,01). Perbaiki bobot dan kirim seluruh SKP.',
    en: 'The weights of the results do not add up to 100 (±0.01). Correct them and send the whole plan.',
  },
  REASON_REQUIRED: {
    id: 'Nilai kosong tanpa alasan. Isi nilai atau ALASAN KOSONG.',
    en: 'No value and no reason. Fill in the value or the reason.',
  },
  INVALID_REALISATION: {
    id: 'Realisasi tidak boleh negatif. Perbaiki nilai.',
    en: 'A realisation may not be negative. Correct the value.',
  },
  OUT_OF_RANGE: {
    id: 'Nilai di luar batas yang mungkin. Perbaiki nilai.',
    en: 'The value is outside its possible range. Correct it.',
  },
  OUT_OF_PERIOD: {
    id: 'Tanggal di luar masa pencatatan triwulan (sampai tanggal 10 bulan berikutnya). Perbaiki tanggal atau periode.',
    en: 'The date lies outside the recording time of the quarter (until the 10th of the next month). Correct date or period.',
  },
  SELF_APPRAISAL: {
    id: 'Pegawai menilai dirinya di luar kelompok DIRI. Perbaiki kelompok atau NIP penilai.',
    en: 'A person rates themself outside the group DIRI. Correct the group or the rater.',
  },
  NOT_PENILAI: {
    id: 'Pemberi nilai ATASAN bukan atasan langsung yang tercatat. Perbaiki NIP penilai atau garis atasan.',
    en: 'The ATASAN rater is not the recorded superior. Correct the rater or the reporting line.',
  },
  PAGU_EXCEEDED: {
    id: 'Anggaran melebihi pagu. Turunkan anggaran atau perbaiki pagunya.',
    en: 'The budget exceeds its ceiling. Lower it or correct the ceiling.',
  },
  AGE_OVER_40: {
    id: 'Umur saat pengangkatan di atas 40 tahun. Pastikan NIP benar.',
    en: 'Older than 40 at appointment. Make sure that the NIP is right.',
  },
  NIP_BIRTH_MISMATCH: {
    id: 'Tanggal lahir berbeda dengan NIP. Pastikan mana yang benar.',
    en: 'The birth date differs from the NIP. Find out which is right.',
  },
  NIP_SEX_MISMATCH: {
    id: 'Jenis kelamin berbeda dengan NIP. Pastikan mana yang benar.',
    en: 'The sex differs from the NIP. Find out which is right.',
  },
  NAME_SUSPECT: {
    id: 'Nama sangat panjang atau berisi tanda yang tidak lazim. Periksa nama.',
    en: 'The name is very long or holds unusual characters. Check it.',
  },
  SELF_SUPERIOR: {
    id: 'Pegawai tercatat sebagai atasannya sendiri. Isi NIP atasan yang benar; tautan belum dipasang.',
    en: 'The person is named as their own superior. Enter the right one; the link was not applied.',
  },
  UNKNOWN_SUPERIOR: {
    id: 'NIP atasan tidak ada dalam data pegawai. Perbaiki NIP atasan; tautan belum dipasang.',
    en: 'No employee has the NIP of the superior. Correct it; the link was not applied.',
  },
  SUPERIOR_CYCLE: {
    id: 'Garis atasan berputar kembali ke pegawai ini. Perbaiki NIP atasan; tautan belum dipasang.',
    en: 'The reporting line closes on itself. Correct it; the link was not applied.',
  },
  OVERLAP: {
    id: 'Rentang tanggal tumpang tindih dengan riwayat sebelumnya. Periksa tanggalnya.',
    en: 'The dates overlap an earlier record. Check them.',
  },
  GAP: {
    id: 'Ada jeda lebih dari satu hari setelah riwayat sebelumnya. Periksa atau lengkapi riwayat.',
    en: 'More than a day lies after the earlier record. Check or complete the history.',
  },
  GOL_DECREASE: {
    id: 'Golongan turun dari riwayat sebelumnya. Periksa urutan SK.',
    en: 'The rank is lower than before. Check the order of the decrees.',
  },
  GOL_JUMP: {
    id: 'Golongan naik lebih dari satu tingkat. Periksa SK yang belum tercatat.',
    en: 'The rank rises by more than one step. Check for a missing decree.',
  },
  TMT_BEFORE_APPOINTMENT: {
    id: 'TMT mendahului pengangkatan menurut NIP. Periksa TMT.',
    en: 'The rank starts before the appointment in the NIP. Check the date.',
  },
  DUPLICATE_CERT: {
    id: 'Nomor sertifikat sudah dipakai pegawai ini. Periksa apakah diklat tercatat dua kali.',
    en: 'The person already has this certificate number. Check for a double entry.',
  },
  CERT_SHARED: {
    id: 'Nomor sertifikat sudah dipakai pegawai lain. Periksa sertifikatnya; jam pelajarannya tetap dihitung.',
    en: 'Another person already has this certificate number. Check the certificate; the hours still count.',
  },
  DESIGN_REQUIRED: {
    id: 'Desain evaluasi belum dipilih. Pilih sebelum program dimulai, agar dampaknya dapat dinilai.',
    en: 'No evaluation design was chosen. Choose one before the programme starts, so that its effect can be judged.',
  },
  UNKNOWN_COUNTER: {
    id: 'Indikator penyeimbang tidak ada dalam katalog. Tambahkan atau perbaiki kodenya.',
    en: 'The counter-indicator is not in the catalogue. Add it or correct the code.',
  },
  SANDBAG: {
    id: 'Target lebih rendah dari capaian awal tanpa alasan. Naikkan target atau isi ALASAN TARGET.',
    en: 'The target is below the baseline without a reason. Raise it or give the reason.',
  },
  UNREALISTIC: {
    id: 'Target lebih dari 1,5 kali capaian awal. Pastikan target dapat dicapai.',
    en: 'The target is more than 1.5 times the baseline. Make sure that it can be reached.',
  },
  RHK_COUNT: {
    id: 'Jumlah RHK dalam SKP tidak antara 3 dan 10. Tinjau kembali SKP.',
    en: 'The plan has fewer than 3 or more than 10 results. Review it.',
  },
  UNIT_SHARE_OVER_30: {
    id: 'Lebih dari 30% bobot ada pada indikator unit, padahal bukan pimpinan unit. Tinjau kembali bobot.',
    en: 'More than 30% of the weight is on unit indicators for a person who does not lead the unit. Review it.',
  },
  VALUE_MISMATCH: {
    id: 'Nilai tidak sama dengan pembilang dibagi penyebut; hasil bagi yang dipakai. Periksa ketiganya.',
    en: 'The value differs from numerator/denominator; the ratio counts. Check all three.',
  },
  EVIDENCE_MISSING: { id: 'Tautan bukti belum ada. Lampirkan bukti.', en: 'There is no evidence link. Attach the evidence.' },
  BAD_URL: {
    id: 'Tautan bukti bukan alamat http/https. Unggah bukti dan isi alamatnya.',
    en: 'The evidence link is not an http/https address. Upload the evidence and enter its address.',
  },
  NOT_IN_SKP: {
    id: 'Tidak ada SKP yang memakai indikator ini untuk subjek ini. Periksa kode atau SKP.',
    en: 'No plan uses this indicator for this subject. Check the code or the plan.',
  },
  NOT_SERVICE_UNIT: {
    id: 'Unit ini bukan unit layanan publik, jadi tidak disurvei. Perbaiki kode unit atau tandai unit sebagai layanan publik.',
    en: 'This unit does not serve the public and is not surveyed. Correct the code, or mark the unit as serving the public.',
  },
  EMPTY_RESPONSE: {
    id: 'Tidak ada satu pun unsur yang dijawab. Isi jawaban atau hapus baris ini.',
    en: 'No element was answered. Enter the answers or remove the row.',
  },
  DUPLICATE_TICKET: {
    id: 'Tiket ini sudah dipakai; satu tiket hanya untuk satu jawaban. Jawaban pertama yang berlaku.',
    en: 'The ticket was used already: one ticket, one answer. The first answer counts.',
  },
  SURVEY_CLOSED: {
    id: 'Survei unit ini untuk tahun tersebut sudah ditutup. Buka kembali survei bila jawaban ini harus dihitung.',
    en: 'The survey of this unit and year is closed. Open it again if this answer is to count.',
  },
  PENILAI_UNVERIFIED: {
    id: 'Atasan pegawai ini belum tercatat, jadi penilai tidak dapat diperiksa. Lengkapi garis atasan.',
    en: 'No superior is recorded, so the rater could not be checked. Complete the reporting line.',
  },
} as const satisfies Record<string, Sentence>

export type RowCode = keyof typeof rowCodes

export function isRowCode(code: string): code is RowCode {
  return Object.hasOwn(rowCodes, code)
}
