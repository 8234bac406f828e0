import type { Language } from '../../api.ts';

const id: Language = {
  tag: 'id',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookie dan privasi Anda',
      body:
        'Kami menggunakan cookie yang dibutuhkan situs ini. Dengan persetujuan Anda, kami juga menggunakan ' +
        'cookie lain untuk mengukur kunjungan dan menampilkan konten yang relevan. Anda dapat berubah pikiran kapan ' +
        'saja.',
      policy: 'Kebijakan privasi',
      accept: 'Terima semua',
      reject: 'Tolak semua',
      preferences: 'Preferensi',
      news: 'Baru atau berubah sejak pilihan terakhir Anda:',
      acceptNews: 'Terima',
      rejectNews: 'Tolak',
      kept: 'Jawaban Anda yang lain tetap sama.',
      optOut:
        'Kami menggunakan cookie yang dibutuhkan situs ini, dan cookie lain untuk mengukur kunjungan dan ' +
        'menampilkan konten yang relevan. Anda dapat berubah pikiran kapan saja.',
      running: 'Aktif kecuali ditolak: {purposes}.',
      doNotSell: 'Jangan jual atau bagikan',
      choices: 'Pilihan privasi Anda',
      ok: 'Mengerti',
    },
    preferences: {
      title: 'Preferensi privasi',
      intro: 'Pilih apa yang boleh digunakan situs ini. Yang Anda tolak tetap nonaktif.',
      save: 'Simpan',
      unsaved: 'Perubahan belum disimpan. Tutup sekali lagi untuk membuangnya.',
      close: 'Tutup',
      alwaysOn: 'Selalu aktif',
      more: '{n} lainnya',
      service: 'Layanan',
      provider: 'Penyedia',
      country: 'Negara',
      retention: 'Masa simpan',
      policy: 'Kebijakan privasi',
      cookies: 'Cookie',
      search: 'Cari',
      noMatch: 'Tidak ada hasil.',
      new: 'Baru',
      legitimateInterest: 'Berdasarkan kepentingan yang sah, kecuali Anda keberatan.',
    },
    purposes: {
      necessary: { title: 'Diperlukan', description: 'Membuat situs berfungsi dan tetap aman.' },
      preferences: { title: 'Fungsional', description: 'Mengingat pilihan seperti bahasa atau wilayah.' },
      analytics: { title: 'Analitik', description: 'Menghitung kunjungan agar kami dapat memperbaiki halaman.' },
      marketing: { title: 'Pemasaran', description: 'Menampilkan konten dan iklan sesuai minat Anda.' },
    },
    signals: {
      dnt: 'Peramban Anda mengirim sinyal Do Not Track (“jangan lacak”).',
      gpc: 'Peramban Anda mengirim sinyal Global Privacy Control.',
      honoured: 'Permintaan penolakan Anda telah dipenuhi.',
      locked: 'Selama sinyal ini dikirim, sakelar ini tetap nonaktif.',
      override: 'Jika Anda mengaktifkan sakelar, pilihan itu diutamakan daripada sinyal di situs ini.',
    },
    placeholder: {
      title: 'Konten dari {name}',
      body: 'Tidak dimuat sebelum Anda mengizinkannya. Tujuan: {purpose}.',
      once: 'Muat sekali',
      always: 'Selalu izinkan',
    },
    status: {
      accepted: 'Diterima. Anda dapat mengubahnya kapan saja.',
      rejected: 'Ditolak. Anda dapat mengubahnya kapan saja.',
      withdrawn: 'Persetujuan ditarik. Anda dapat mengubahnya kapan saja.',
      saved: 'Tersimpan. Anda dapat mengubahnya kapan saja.',
      changed: 'Pilihan Anda telah berubah. Muat ulang halaman ini agar berlaku sepenuhnya.',
      reload: 'Muat ulang',
    },
    reopen: { label: 'Preferensi privasi' },
    rights: {
      title: 'Hak Anda',
      unanswered: 'Anda belum menjawab.',
      bySignal: 'Anda belum menjawab. Sinyal peramban Anda yang berlaku.',
      answered: 'Dijawab pada',
      allowed: 'Anda izinkan',
      refused: 'Anda tolak',
      until: 'Berlaku hingga',
      id: 'Nomor untuk bantuan',
      cookie: 'Disimpan dalam cookie',
      controller: 'Pengendali data',
      officer: 'Petugas pelindungan data',
      authority: 'Otoritas pengawas',
      signals: 'Jika peramban Anda mengirim Do Not Track atau Global Privacy Control, situs ini mematuhinya.',
      download: 'Unduh salinan',
      object: 'Ajukan keberatan: {purpose}',
      withdraw: 'Tarik persetujuan',
      forget: 'Lupakan semua',
      warning: 'Ini menghapus apa yang Anda izinkan dan tolak, termasuk keberatan Anda. Anda mungkin ditanya lagi.',
      confirm: 'Ya, lupakan semua',
      cancel: 'Batal',
      downloaded: 'Peramban Anda sedang menyimpan salinan.',
      forgotten: 'Semua telah dilupakan.',
      objected: 'Keberatan dicatat. Anda dapat mengubahnya kapan saja.',
      failed: 'Tidak berhasil. Silakan coba lagi.',
      consent: 'Hanya aktif dengan persetujuan Anda.',
      contract: 'Diperlukan untuk kontrak dengan Anda.',
      legalObligation: 'Diwajibkan oleh hukum.',
      strictlyNecessary: 'Diperlukan untuk apa yang Anda minta dari situs ini.',
      processor: 'Prosesor data',
      'joint-controller': 'Pengendali bersama',
      data: 'Data',
      sells: 'Data dijual kepada pihak lain.',
      shares: 'Data dibagikan kepada pihak lain untuk iklan.',
    },
    declaration: { allowed: 'Diizinkan', refused: 'Tidak diizinkan', storage: 'Penyimpanan' },
    proof: {
      none: 'Sejauh ini halaman ini tidak menghubungi pihak ketiga mana pun.',
      some: 'Pihak ketiga yang sejauh ini dihubungi halaman ini',
      unlisted: 'Tidak disebutkan oleh situs ini',
    },
    minor: {
      title: 'Cookie: kamu yang memutuskan',
      body:
        'Cookie adalah catatan kecil di perangkatmu. Beberapa membuat situs ini berfungsi. Kami ingin memakai ' +
        'cookie lain untuk menghitung kunjungan dan menampilkan hal yang mungkin kamu suka. Kamu boleh bilang ' +
        'tidak: situs ini tetap berfungsi. Kalau ragu, tanyakan kepada orang tuamu. Kamu bisa berubah pikiran ' +
        'kapan saja.',
    },
  },
};

export default id;
