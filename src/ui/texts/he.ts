import type { Language } from '../../api.ts';

const he: Language = {
  tag: 'he',
  dir: 'rtl',
  texts: {
    banner: {
      title: 'עוגיות והפרטיות שלכם',
      body:
        'אנחנו משתמשים בעוגיות שהאתר זקוק להן. בהסכמתכם נשתמש גם בעוגיות אחרות כדי למדוד ביקורים ולהציג תוכן ' +
        'רלוונטי. אפשר לשנות את ההחלטה בכל עת.',
      policy: 'מדיניות פרטיות',
      accept: 'אישור הכול',
      reject: 'דחיית הכול',
      preferences: 'העדפות',
      news: 'חדש או השתנה מאז בחירתכם האחרונה:',
      ok: 'הבנתי',
    },
    preferences: {
      title: 'העדפות פרטיות',
      intro: 'בחרו במה האתר רשאי להשתמש. מה שתדחו יישאר כבוי.',
      save: 'שמירה',
      close: 'סגירה',
      alwaysOn: 'פעיל תמיד',
      services: { one: 'שירות אחד', two: 'שני שירותים', other: '{n} שירותים' },
      service: 'שירות',
      provider: 'ספק',
      country: 'מדינה',
      retention: 'תקופת שמירה',
      policy: 'מדיניות פרטיות',
      cookies: 'עוגיות',
      search: 'חיפוש שירותים',
      noMatch: 'לא נמצאו תוצאות.',
      new: 'חדש',
      legitimateInterest: 'פועל מכוח אינטרס לגיטימי, אלא אם תתנגדו.',
    },
    purposes: {
      necessary: { title: 'הכרחי', description: 'הפעלת האתר ושמירה על אבטחתו.' },
      preferences: { title: 'העדפות', description: 'זכירת בחירות כגון שפה או אזור.' },
      analytics: { title: 'סטטיסטיקה', description: 'ספירת ביקורים כדי שנוכל לשפר את הדפים.' },
      marketing: { title: 'שיווק', description: 'הצגת תוכן ופרסומות לפי תחומי העניין שלכם.' },
    },
    signals: {
      dnt: 'הדפדפן שלכם שולח Do Not Track (״לא לעקוב״).',
      gpc: 'הדפדפן שלכם שולח Global Privacy Control.',
      honoured: 'בקשת הסירוב שלכם כובדה.',
      locked: 'כל עוד האות הזה נשלח, המתגים האלה נשארים כבויים.',
      override: 'הפעלת מתג גוברת על האות הזה באתר זה.',
    },
    placeholder: {
      title: 'תוכן של {name}',
      body: 'התוכן ייטען רק באישורכם. מטרה: {purpose}.',
      once: 'לטעון פעם אחת',
      always: 'לאפשר תמיד',
    },
    status: {
      accepted: 'אושר. אפשר לשנות זאת בכל עת.',
      rejected: 'נדחה. אפשר לשנות זאת בכל עת.',
      withdrawn: 'ההסכמה בוטלה. אפשר לשנות זאת בכל עת.',
      saved: 'נשמר. אפשר לשנות זאת בכל עת.',
      changed: 'הבחירה שלך השתנתה. יש לטעון מחדש את הדף כדי שתחול במלואה.',
      reload: 'טעינה מחדש',
    },
    reopen: { label: 'העדפות פרטיות' },
  },
};

export default he;
