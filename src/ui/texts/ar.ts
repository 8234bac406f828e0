import type { Language } from '../../api.ts';

const ar: Language = {
  tag: 'ar',
  dir: 'rtl',
  texts: {
    banner: {
      title: 'ملفات تعريف الارتباط وخصوصيتكم',
      body:
        'نستخدم ملفات تعريف ارتباط يحتاج إليها هذا الموقع. وبموافقتكم نستخدم ملفات أخرى لقياس الزيارات وعرض ' +
        'محتوى ملائم. يمكنكم تغيير رأيكم في أي وقت.',
      policy: 'سياسة الخصوصية',
      accept: 'قبول الكل',
      reject: 'رفض الكل',
      preferences: 'التفضيلات',
      news: 'الجديد أو المتغيّر منذ اختياركم الأخير:',
      ok: 'حسنًا',
    },
    preferences: {
      title: 'تفضيلات الخصوصية',
      intro: 'اختاروا ما يجوز لهذا الموقع استخدامه. وما ترفضونه يبقى معطّلًا.',
      save: 'حفظ',
      close: 'إغلاق',
      alwaysOn: 'مفعّل دائمًا',
      services: {
        zero: 'لا خدمات',
        one: 'خدمة واحدة',
        two: 'خدمتان',
        few: '{n} خدمات',
        many: '{n} خدمة',
        other: '{n} خدمة',
      },
      service: 'الخدمة',
      provider: 'مقدّم الخدمة',
      country: 'البلد',
      retention: 'مدة الاحتفاظ',
      policy: 'سياسة الخصوصية',
      cookies: 'ملفات تعريف الارتباط',
      search: 'البحث في الخدمات',
      noMatch: 'لا توجد نتائج.',
      new: 'جديد',
      legitimateInterest: 'يستند إلى المصلحة المشروعة ما لم تعترضوا.',
    },
    purposes: {
      necessary: { title: 'الضرورية', description: 'تشغيل الموقع والحفاظ على أمانه.' },
      preferences: { title: 'التفضيلات', description: 'حفظ اختيارات مثل اللغة أو المنطقة.' },
      analytics: { title: 'التحليلات', description: 'إحصاء الزيارات لنتمكن من تحسين الصفحات.' },
      marketing: { title: 'التسويق', description: 'عرض محتوى وإعلانات تناسب اهتماماتكم.' },
    },
    signals: {
      dnt: 'متصفحكم يرسل إشارة Do Not Track (عدم التعقب).',
      gpc: 'متصفحكم يرسل إشارة Global Privacy Control.',
      honoured: 'تم احترام طلبكم بالرفض.',
      locked: 'ما دامت هذه الإشارة تُرسَل، تبقى هذه المفاتيح معطّلة.',
      override: 'إذا فعّلتم أحد المفاتيح، فله الأولوية على هذه الإشارة في هذا الموقع.',
    },
    placeholder: {
      title: 'محتوى من {name}',
      body: 'لن يُحمَّل إلا بإذنكم. الغرض: {purpose}.',
      once: 'تحميل لمرة واحدة',
      always: 'السماح دائمًا',
    },
    status: { saved: 'تم الحفظ. يمكنكم تغيير ذلك في أي وقت.' },
    reopen: { label: 'تفضيلات الخصوصية' },
  },
};

export default ar;
