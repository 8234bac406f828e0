import type { Language } from '../../api.ts';

const tr: Language = {
  tag: 'tr',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Çerezler ve gizliliğiniz',
      body:
        'Bu sitenin ihtiyaç duyduğu çerezleri kullanıyoruz. Açık rızanızla, ziyaretleri ölçmek ve size uygun ' +
        'içerik göstermek için başka çerezler de kullanıyoruz. Kararınızı istediğiniz zaman değiştirebilirsiniz.',
      policy: 'Gizlilik politikası',
      accept: 'Tümünü kabul et',
      reject: 'Tümünü reddet',
      preferences: 'Tercihler',
      news: 'Son seçiminizden sonra eklenen veya değişenler:',
      ok: 'Tamam',
    },
    preferences: {
      title: 'Gizlilik tercihleri',
      intro: 'Bu sitenin neleri kullanabileceğini seçin. Reddettikleriniz kapalı kalır.',
      save: 'Kaydet',
      close: 'Kapat',
      alwaysOn: 'Her zaman açık',
      services: { one: '{n} hizmet', other: '{n} hizmet' },
      service: 'Hizmet',
      provider: 'Sağlayıcı',
      country: 'Ülke',
      retention: 'Saklama süresi',
      policy: 'Gizlilik politikası',
      cookies: 'Çerezler',
      search: 'Hizmet ara',
      noMatch: 'Sonuç bulunamadı.',
      new: 'Yeni',
      legitimateInterest: 'İtiraz etmediğiniz sürece meşru menfaate dayanır.',
    },
    purposes: {
      necessary: { title: 'Zorunlu', description: 'Sitenin çalışmasını ve güvenliğini sağlar.' },
      preferences: { title: 'Tercihler', description: 'Dil veya bölge gibi seçimleri hatırlar.' },
      analytics: { title: 'Analiz', description: 'Sayfaları iyileştirebilmemiz için ziyaretleri sayar.' },
      marketing: { title: 'Pazarlama', description: 'İlgi alanlarınıza uygun içerik ve reklamlar gösterir.' },
    },
    signals: {
      dnt: 'Tarayıcınız Do Not Track (“takip etme”) sinyali gönderiyor.',
      gpc: 'Tarayıcınız Global Privacy Control sinyali gönderiyor.',
      honoured: 'Ret talebiniz yerine getirildi.',
      locked: 'Bu sinyal gönderildiği sürece bu anahtarlar kapalı kalır.',
      override: 'Bir anahtarı açarsanız, bu sitede seçiminiz sinyalin önüne geçer.',
    },
    placeholder: {
      title: '{name} içeriği',
      body: 'Siz izin vermeden yüklenmez. Amaç: {purpose}.',
      once: 'Bir kez yükle',
      always: 'Her zaman izin ver',
    },
    status: {
      accepted: 'Kabul edildi. Bunu istediğiniz zaman değiştirebilirsiniz.',
      rejected: 'Reddedildi. Bunu istediğiniz zaman değiştirebilirsiniz.',
      withdrawn: 'Rıza geri çekildi. Bunu istediğiniz zaman değiştirebilirsiniz.',
      saved: 'Kaydedildi. Bunu istediğiniz zaman değiştirebilirsiniz.',
      changed: 'Tercihiniz değişti. Tam olarak geçerli olması için bu sayfayı yeniden yükleyin.',
      reload: 'Yeniden yükle',
    },
    reopen: { label: 'Gizlilik tercihleri' },
  },
};

export default tr;
