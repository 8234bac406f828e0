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
      ok: 'Mengerti',
    },
    preferences: {
      title: 'Preferensi privasi',
      intro: 'Pilih apa yang boleh digunakan situs ini. Yang Anda tolak tetap nonaktif.',
      save: 'Simpan',
      close: 'Tutup',
      alwaysOn: 'Selalu aktif',
      services: { other: '{n} layanan' },
      service: 'Layanan',
      provider: 'Penyedia',
      country: 'Negara',
      retention: 'Masa simpan',
      policy: 'Kebijakan privasi',
      cookies: 'Cookie',
      search: 'Cari layanan',
      noMatch: 'Tidak ada hasil.',
      new: 'Baru',
      legitimateInterest: 'Berdasarkan kepentingan yang sah, kecuali Anda keberatan.',
    },
    purposes: {
      necessary: { title: 'Diperlukan', description: 'Membuat situs berfungsi dan tetap aman.' },
      preferences: { title: 'Preferensi', description: 'Mengingat pilihan seperti bahasa atau wilayah.' },
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
  },
};

export default id;
