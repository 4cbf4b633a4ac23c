import type { Sentence } from './language.ts'

/**
 * Everything that a person can be told, with its sentence; `{name}` stands for a value of `params`. The console adds the link to the record. Each area
 * adds its own.
 */
export const noticeKinds = {
  'appraisal.toSelfAssess': {
    id: 'Isi penilaian diri Anda untuk periode {period}.',
    en: 'Write your self-assessment for {period}.',
  },
  'appraisal.toRate': { id: 'Nilai kinerja {employee} untuk periode {period}.', en: 'Rate {employee} for {period}.' },
  'appraisal.returned': {
    id: 'Penilaian {employee} periode {period} dikembalikan moderasi: {reason}',
    en: 'Moderation returned the appraisal of {employee} for {period}: {reason}',
  },
  'appraisal.ratePart': {
    id: 'Nilai kinerja {employee} untuk bagian {part} dari periode {period}.',
    en: 'Rate {employee} for {part} of {period}.',
  },
  'appraisal.final': {
    id: 'Hasil penilaian kinerja {employee} periode {period} sudah final.',
    en: 'The appraisal of {employee} for {period} is final.',
  },
  'appraisal.reopened': {
    id: 'Penilaian {employee} periode {period} dibuka kembali: {reason}',
    en: 'The appraisal of {employee} for {period} was opened again: {reason}',
  },
  'appraisal.delivered': {
    id: 'Hasil penilaian kinerja Anda periode {period} sudah disampaikan. Anda dapat menerima atau mengajukan keberatan.',
    en: 'Your appraisal for {period} was delivered. You may accept it or object.',
  },
  'appraisal.selfAssessDueSoon': {
    id: 'Masa penilaian diri Anda untuk periode {period} hampir berakhir.',
    en: 'The time for your self-assessment for {period} is nearly over.',
  },
  'appraisal.rateDueSoon': {
    id: 'Penilaian {employee} periode {period} mendekati batas waktu.',
    en: 'The rating of {employee} for {period} is due soon.',
  },
  'appraisal.rateOverdue': {
    id: 'Penilaian {employee} periode {period} melewati batas waktu.',
    en: 'The rating of {employee} for {period} is overdue.',
  },
  'appraisal.someRateDueSoon': {
    id: 'Masih ada pegawai yang belum dinilai untuk periode {period}; batas waktunya mendekat.',
    en: 'There are people who are not rated for {period} yet; it is due soon.',
  },
  'appraisal.someRateOverdue': {
    id: 'Masih ada pegawai yang belum dinilai untuk periode {period} meskipun batas waktunya lewat.',
    en: 'There are people who are not rated for {period} although it is overdue.',
  },
  'appraisal.answerDueSoon': {
    id: 'Waktu Anda untuk menerima atau mengajukan keberatan atas hasil periode {period} hampir habis.',
    en: 'The time to accept your result for {period} or to object is nearly over.',
  },
  'appraisal.setDueSoon': {
    id: 'Masih ada penilaian periode {period} yang belum ditetapkan; batas waktunya mendekat.',
    en: 'There are appraisals for {period} that are not set yet; they are due soon.',
  },
  'appraisal.setOverdue': {
    id: 'Masih ada penilaian periode {period} yang melewati batas waktu.',
    en: 'There are appraisals for {period} that are overdue.',
  },
  'improvement.toOpen': {
    id: 'Hasil akhir {employee} periode {period} mewajibkan rencana perbaikan kinerja. Buka rencananya.',
    en: 'The final result of {employee} for {period} calls for an improvement plan. Open it.',
  },
  'realisation.dueSoon': {
    id: 'Realisasi {employee} periode {period} belum lengkap; batas pencatatannya mendekat.',
    en: 'Measurements of {employee} for {period} are not complete; they are due soon.',
  },
  'realisation.overdue': {
    id: 'Realisasi {employee} periode {period} belum lengkap dan melewati batas pencatatan.',
    en: 'Measurements of {employee} for {period} are not complete and overdue.',
  },
  'realisation.someOverdue': {
    id: 'Masih ada realisasi periode {period} yang melewati batas pencatatan.',
    en: 'There are measurements for {period} that are overdue.',
  },
  'log.dueSoon': {
    id: 'Belum ada catatan kemajuan Anda untuk {period}; batas pencatatannya mendekat.',
    en: 'There is no record of your progress in {period} yet; it is due soon.',
  },
  'log.overdue': {
    id: 'Belum ada catatan kemajuan {employee} untuk {period}, dan batas pencatatannya sudah lewat.',
    en: 'There is no record of the progress of {employee} in {period}, and it is overdue.',
  },
  'orgPredikat.set': {
    id: 'Predikat kinerja organisasi {unit} periode {period} sudah ditetapkan.',
    en: 'The organisation predikat of {unit} for {period} was set.',
  },
  'calibration.scheduled': {
    id: 'Anda anggota sidang kalibrasi “{title}” periode {period}.',
    en: 'You are a member of the calibration session “{title}” for {period}.',
  },
  'objection.filed': {
    id: '{employee} mengajukan keberatan atas penilaian periode {period}.',
    en: '{employee} objected to the appraisal for {period}.',
  },
  'objection.toExamine': {
    id: 'Periksa keberatan {employee} atas penilaian periode {period}.',
    en: 'Examine the objection of {employee} to the appraisal for {period}.',
  },
  'objection.toExplainRating': {
    id: 'Jelaskan penilaian Anda atas {employee} periode {period}, yang dikenai keberatan.',
    en: 'Explain your rating of {employee} for {period}, to which an objection was filed.',
  },
  'objection.toExplain': {
    id: 'Keberatan Anda atas penilaian periode {period} diperiksa. Beri keterangan Anda.',
    en: 'Your objection to the appraisal for {period} is examined. Explain it.',
  },
  'objection.toDecide': {
    id: 'Putuskan keberatan {employee} atas penilaian periode {period}.',
    en: 'Decide the objection of {employee} to the appraisal for {period}.',
  },
  'objection.decided': {
    id: 'Keberatan {employee} atas penilaian periode {period} sudah diputus.',
    en: 'The objection of {employee} to the appraisal for {period} was decided.',
  },
  'objection.inadmissible': {
    id: 'Keberatan Anda atas penilaian periode {period} tidak dapat diterima: {reason}',
    en: 'Your objection to the appraisal for {period} is inadmissible: {reason}',
  },
  'objection.decideDueSoon': {
    id: 'Keputusan atas keberatan {employee} periode {period} mendekati batas waktu.',
    en: 'The decision on the objection of {employee} for {period} is due soon.',
  },
  'objection.someDueSoon': {
    id: 'Ada keberatan periode {period} yang keputusannya mendekati batas waktu.',
    en: 'There are objections for {period} whose decision is due soon.',
  },
  'objection.overdue': {
    id: 'Keberatan {employee} atas penilaian periode {period} melewati batas waktu keputusan.',
    en: 'The decision on the objection of {employee} to the appraisal for {period} is overdue.',
  },
  'award.given': {
    id: 'Anda menerima penghargaan “{title}” untuk periode {period}.',
    en: 'You were given the award “{title}” for {period}.',
  },
  'award.toDecide': {
    id: '{employee} diusulkan menerima penghargaan “{title}” periode {period}.',
    en: '{employee} was proposed for the award “{title}” for {period}.',
  },
  'skp.toWrite': { id: 'Susun SKP Anda untuk tahun {year}.', en: 'Write your plan for {year}.' },
  'skp.dueSoon': {
    id: 'SKP {employee} tahun {year} belum ditetapkan; batas waktunya mendekat.',
    en: 'The plan of {employee} for {year} is not set yet; it is due soon.',
  },
  'skp.overdue': {
    id: 'SKP {employee} tahun {year} belum ditetapkan dan melewati batas waktu.',
    en: 'The plan of {employee} for {year} is not set yet and overdue.',
  },
  'skp.someDueSoon': {
    id: 'Masih ada SKP tahun {year} yang menunggu reviu; batas waktunya mendekat.',
    en: 'There are plans for {year} that wait for a review; they are due soon.',
  },
  'skp.someOverdue': {
    id: 'Masih ada SKP tahun {year} yang belum ditetapkan dan melewati batas waktu.',
    en: 'There are plans for {year} that are not set yet and overdue.',
  },
  'skp.toReview': { id: 'Reviu SKP {employee} tahun {year}.', en: 'Review the plan of {employee} for {year}.' },
  'skp.toApprove': { id: 'Tetapkan SKP {employee} tahun {year}.', en: 'Set the plan of {employee} for {year}.' },
  'skp.returned': { id: 'SKP Anda tahun {year} dikembalikan: {reason}', en: 'Your plan for {year} was returned: {reason}' },
  'skp.approved': { id: 'SKP Anda tahun {year} sudah ditetapkan.', en: 'Your plan for {year} was set.' },
  'skp.revisionAsked': {
    id: '{employee} meminta revisi SKP tahun {year}: {reason}',
    en: '{employee} asks to revise the plan for {year}: {reason}',
  },
  'skp.revisionAllowed': { id: 'SKP Anda tahun {year} dibuka untuk revisi.', en: 'Your plan for {year} is open for revision.' },
  'skp.revisionDeclined': {
    id: 'Revisi SKP Anda tahun {year} ditolak: {reason}',
    en: 'The revision of your plan for {year} was declined: {reason}',
  },
  'skp.closed': { id: 'SKP Anda tahun {year} ditutup.', en: 'Your plan for {year} was closed.' },
  'dialogue.toConfirm': {
    id: '{name} mencatat dialog kinerja pada {day}. Konfirmasi isinya.',
    en: '{name} recorded a performance dialogue of {day}. Confirm it.',
  },
  'feedback.received': { id: 'Ada umpan balik baru untuk Anda.', en: 'There is new feedback for you.' },
  'followUp.assigned': {
    id: 'Tindak lanjut survei {unit} menjadi tugas Anda sampai {due}: {action}',
    en: 'A follow-up of the survey of {unit} is yours until {due}: {action}',
  },
  'followUp.overdue': {
    id: 'Tindak lanjut survei {unit} melewati batas waktu: {action}',
    en: 'A follow-up of the survey of {unit} is overdue: {action}',
  },
  'survey.endsSoon': {
    id: 'Survei {unit} berakhir pada {due}; tutup dan tetapkan hasilnya.',
    en: 'The survey of {unit} ends on {due}; close it and settle its result.',
  },
  'complaint.toVerify': { id: 'Verifikasi pengaduan {number}.', en: 'Verify complaint {number}.' },
  'complaint.toInspect': {
    id: 'Periksa pengaduan {number} tentang seorang pejabat.',
    en: 'Examine complaint {number} about an official.',
  },
  'complaint.toAssign': { id: 'Disposisikan pengaduan {number}.', en: 'Assign complaint {number}.' },
  'complaint.toAnswer': { id: 'Jawab pengaduan {number}.', en: 'Answer complaint {number}.' },
  'complaint.replied': {
    id: 'Pelapor menambah keterangan pada pengaduan {number}.',
    en: 'The complainant added something to complaint {number}.',
  },
  'complaint.reopened': {
    id: 'Pelapor membuka kembali pengaduan {number}.',
    en: 'The complainant opened complaint {number} again.',
  },
  'complaint.overdue': { id: 'Pengaduan {number} melewati batas waktu.', en: 'Complaint {number} is overdue.' },
  'fkp.toFollowUp': {
    id: 'Tindak lanjuti kesepakatan forum “{title}”: {agreement}',
    en: 'Follow up the agreement of the forum “{title}”: {agreement}',
  },
  'fkp.agreementOverdue': {
    id: 'Kesepakatan forum “{title}” melewati batas waktunya: {agreement}',
    en: 'An agreement of the forum “{title}” is overdue: {agreement}',
  },
  'monitoring.appointed': {
    id: 'Anda anggota tim pemantau “{team}” sampai {until}.',
    en: 'You are a member of the monitoring team “{team}” until {until}.',
  },
  'checkpoint.toFile': {
    id: 'Isi titik pantau hari ke-{day} atas {employee} ({programme}).',
    en: 'File the checkpoint of day {day} on {employee} ({programme}).',
  },
  'checkpoint.overdue': {
    id: 'Titik pantau hari ke-{day} atas {employee} ({programme}) terlewat.',
    en: 'The checkpoint of day {day} on {employee} ({programme}) is overdue.',
  },
  'checkpoint.toReview': {
    id: 'Reviu titik pantau hari ke-{day} atas {employee} ({programme}).',
    en: 'Review the checkpoint of day {day} on {employee} ({programme}).',
  },
  'checkpoint.toComplete': {
    id: 'Lengkapi titik pantau hari ke-{day} atas {employee} ({programme}): {reason}',
    en: 'Complete the checkpoint of day {day} on {employee} ({programme}): {reason}',
  },
  'checkpoint.toAct': {
    id: 'Tindak lanjuti hasil pemantauan atas {employee} ({programme}): {reason}',
    en: 'Follow up what monitoring found on {employee} ({programme}): {reason}',
  },
  'programme.toAnswer': {
    id: 'Anda diundang mengikuti {programme} mulai {date}. Nyatakan kesediaan Anda.',
    en: 'You are invited to {programme}, from {date}. Say whether you will come.',
  },
  'programme.notSelected': {
    id: 'Anda tidak terpilih untuk {programme}: {reason}',
    en: 'You were not selected for {programme}: {reason}',
  },
  'programme.cancelled': { id: '{programme} dibatalkan: {reason}', en: '{programme} was called off: {reason}' },
  'certificate.issued': {
    id: 'Sertifikat Anda dari {programme} sudah terbit.',
    en: 'Your certificate of {programme} was issued.',
  },
  'need.decided': {
    id: 'Usulan kebutuhan pengembangan Anda ({competency}) diputus: {outcome}',
    en: 'Your development need ({competency}) was decided on: {outcome}',
  },
  'pembinaanPlan.toApprove': {
    id: 'Setujui atau kembalikan rencana pembinaan “{plan}”.',
    en: 'Approve or return the pembinaan plan “{plan}”.',
  },
  'pembinaanPlan.returned': {
    id: 'Rencana pembinaan “{plan}” dikembalikan: {reason}',
    en: 'The pembinaan plan “{plan}” was returned: {reason}',
  },
  'pembinaanPlan.approved': { id: 'Rencana pembinaan “{plan}” disetujui.', en: 'The pembinaan plan “{plan}” was approved.' },
  'improvement.toAgree': {
    id: 'Baca dan sepakati rencana perbaikan kinerja Anda.',
    en: 'Read your improvement plan and agree to it.',
  },
  'improvement.toLookBack': {
    id: 'Tinjau rencana perbaikan {employee} pada hari ke-{day}.',
    en: 'Look back on the improvement plan of {employee} at day {day}.',
  },
  'coaching.toConfirm': {
    id: 'Konfirmasi pertemuan pendampingan tanggal {date}.',
    en: 'Confirm the coaching session of {date}.',
  },
} as const satisfies Record<string, Sentence>

export type NoticeKind = keyof typeof noticeKinds

/** Kinds that ask for something although their name does not begin with `to`, as in `skp.toReview`. */
const otherTasks: readonly NoticeKind[] = [
  'appraisal.ratePart',
  'appraisal.returned',
  'appraisal.delivered',
  'skp.returned',
  'skp.revisionAsked',
  'skp.revisionAllowed',
  'objection.overdue',
  'complaint.reopened',
]

/** Kinds that ask the person to do something; the others tell. A reminder asks, and so does what is overdue, until it is done. */
export const taskKinds: readonly NoticeKind[] = (Object.keys(noticeKinds) as NoticeKind[]).filter(
  (kind) => /\.to[A-Z]|[dD]ueSoon$|[oO]verdue$/.test(kind) || otherTasks.includes(kind),
)
