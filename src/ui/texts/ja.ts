import type { Language } from '../../api.ts';

const ja: Language = {
  tag: 'ja',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookieとプライバシー',
      body: '当サイトに必要なCookieを使用しています。同意いただいた場合は、訪問の測定や関連コンテンツの表示のため、他のCookieも使用します。選択はいつでも変更できます。',
      policy: 'プライバシーポリシー',
      accept: 'すべて許可',
      reject: 'すべて拒否',
      preferences: '設定',
      news: '前回の選択以降に追加・変更された項目：',
      ok: 'OK',
    },
    preferences: {
      title: 'プライバシー設定',
      intro: '当サイトが使用してよいものをお選びください。拒否されたものはオフのままです。',
      save: '保存',
      close: '閉じる',
      alwaysOn: '常にオン',
      services: { other: '{n}件のサービス' },
      service: 'サービス',
      provider: '提供元',
      country: '国',
      retention: '保存期間',
      policy: 'プライバシーポリシー',
      cookies: 'Cookie',
      search: 'サービスを検索',
      noMatch: '見つかりませんでした。',
      new: '新規',
      legitimateInterest: '異議のお申し出がない限り、正当な利益に基づいて使用します。',
    },
    purposes: {
      necessary: { title: '必須', description: 'サイトを機能させ、安全に保ちます。' },
      preferences: { title: '個人設定', description: '言語や地域などの選択を記憶します。' },
      analytics: { title: '分析', description: 'ページの改善のため、訪問数を計測します。' },
      marketing: { title: 'マーケティング', description: 'ご関心に合ったコンテンツや広告を表示します。' },
    },
    signals: {
      dnt: 'お使いのブラウザーはDo Not Track（追跡拒否）を送信しています。',
      gpc: 'お使いのブラウザーはGlobal Privacy Controlを送信しています。',
      honoured: 'オプトアウトのご要望を反映しました。',
      locked: 'この信号が送信されている間、これらのスイッチはオフのままです。',
      override: 'スイッチをオンにすると、当サイトではその選択が信号より優先されます。',
    },
    placeholder: {
      title: '{name}のコンテンツ',
      body: '許可いただくまで読み込みません。利用目的：{purpose}。',
      once: '今回のみ読み込む',
      always: '常に許可',
    },
    status: {
      accepted: '許可しました。いつでも変更できます。',
      rejected: '拒否しました。いつでも変更できます。',
      withdrawn: '同意を撤回しました。いつでも変更できます。',
      saved: '保存しました。いつでも変更できます。',
      changed: '選択内容が変更されました。すべてに反映するには、このページを再読み込みしてください。',
      reload: '再読み込み',
    },
    reopen: { label: 'プライバシー設定' },
  },
};

export default ja;
