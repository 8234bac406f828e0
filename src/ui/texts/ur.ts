import type { Language } from '../../types.ts';

const ur: Language = {
  tag: 'ur',
  dir: 'rtl',
  texts: {
    banner: {
      title: 'کوکیز اور آپ کی رازداری',
      body: 'ہم وہ کوکیز استعمال کرتے ہیں جن کی اس سائٹ کو ضرورت ہے۔ آپ کی رضامندی سے ہم وزٹس کی پیمائش اور متعلقہ مواد دکھانے کے لیے دیگر کوکیز بھی استعمال کرتے ہیں۔ آپ کسی بھی وقت اپنا فیصلہ بدل سکتے ہیں۔',
      policy: 'رازداری کی پالیسی',
      accept: 'سب قبول کریں',
      reject: 'سب مسترد کریں',
      preferences: 'ترجیحات',
      news: 'آپ کے آخری انتخاب کے بعد نیا یا تبدیل شدہ:',
      ok: 'ٹھیک ہے',
    },
    preferences: {
      title: 'رازداری کی ترجیحات',
      intro: 'منتخب کریں کہ یہ سائٹ کیا استعمال کر سکتی ہے۔ جو آپ مسترد کریں گے وہ بند رہے گا۔',
      save: 'محفوظ کریں',
      close: 'بند کریں',
      alwaysOn: 'ہمیشہ آن',
      services: { one: '{n} سروس', other: '{n} سروسز' },
      service: 'سروس',
      provider: 'فراہم کنندہ',
      country: 'ملک',
      retention: 'محفوظ رکھنے کی مدت',
      policy: 'رازداری کی پالیسی',
      cookies: 'کوکیز',
      search: 'سروسز تلاش کریں',
      noMatch: 'کچھ نہیں ملا۔',
      new: 'نیا',
      legitimateInterest: 'جائز مفاد کی بنیاد پر، جب تک آپ اعتراض نہ کریں۔',
    },
    purposes: {
      necessary: { title: 'ضروری', description: 'سائٹ کو چلانا اور محفوظ رکھنا۔' },
      preferences: { title: 'ترجیحات', description: 'زبان یا علاقے جیسے انتخاب یاد رکھنا۔' },
      analytics: { title: 'تجزیات', description: 'وزٹس گننا تاکہ ہم صفحات بہتر بنا سکیں۔' },
      marketing: { title: 'مارکیٹنگ', description: 'آپ کی دلچسپی کے مطابق مواد اور اشتہارات دکھانا۔' },
    },
    signals: {
      dnt: 'آپ کا براؤزر Do Not Track (ٹریک نہ کریں) کا سگنل بھیجتا ہے۔',
      gpc: 'آپ کا براؤزر Global Privacy Control کا سگنل بھیجتا ہے۔',
      honoured: 'آپ کے انکار کا احترام کیا گیا۔',
      locked: 'جب تک ایسا ہے، یہ سوئچ بند رہیں گے۔',
      override: 'کوئی سوئچ آن کریں تو اس سائٹ پر وہ سگنل پر مقدم ہوگا۔',
    },
    placeholder: {
      title: '{name} کا مواد',
      body: 'آپ کی اجازت کے بغیر لوڈ نہیں ہوگا۔ مقصد: {purpose}۔',
      once: 'ایک بار لوڈ کریں',
      always: 'ہمیشہ اجازت دیں',
    },
    status: { saved: 'محفوظ ہو گیا۔ آپ اسے کسی بھی وقت بدل سکتے ہیں۔' },
    reopen: { label: 'رازداری کی ترجیحات' },
  },
};

export default ur;
