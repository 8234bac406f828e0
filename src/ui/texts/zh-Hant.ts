import type { Language } from '../../api.ts';

const zhHant: Language = {
  tag: 'zh-Hant',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookie 與您的隱私',
      body: '我們使用本網站所需的 Cookie。經您同意，我們也會使用其他 Cookie 來衡量造訪情形並顯示相關內容。您可以隨時變更選擇。',
      policy: '隱私權政策',
      accept: '全部接受',
      reject: '全部拒絕',
      preferences: '偏好設定',
      news: '自您上次選擇後新增或變更的項目：',
      ok: '知道了',
    },
    preferences: {
      title: '隱私權偏好設定',
      intro: '請選擇本網站可以使用的項目。您拒絕的項目會維持關閉。',
      save: '儲存',
      close: '關閉',
      alwaysOn: '一律開啟',
      services: { other: '{n} 項服務' },
      service: '服務',
      provider: '提供者',
      country: '國家／地區',
      retention: '保存期限',
      policy: '隱私權政策',
      cookies: 'Cookie',
      search: '搜尋服務',
      noMatch: '找不到結果。',
      new: '新增',
      legitimateInterest: '基於正當利益運作，除非您提出反對。',
    },
    purposes: {
      necessary: { title: '必要', description: '讓網站正常運作並維持安全。' },
      preferences: { title: '偏好', description: '記住語言、地區等選擇。' },
      analytics: { title: '分析', description: '計算造訪次數，以便我們改善頁面。' },
      marketing: { title: '行銷', description: '顯示符合您興趣的內容與廣告。' },
    },
    signals: {
      dnt: '您的瀏覽器傳送了 Do Not Track（請勿追蹤）訊號。',
      gpc: '您的瀏覽器傳送了 Global Privacy Control（全球隱私控制）訊號。',
      honoured: '我們已遵從您的拒絕要求。',
      locked: '在傳送此訊號期間，這些開關會維持關閉。',
      override: '如您開啟任一開關，該選擇在本網站上優先於此訊號。',
    },
    placeholder: {
      title: '來自 {name} 的內容',
      body: '未經您允許不會載入。用途：{purpose}。',
      once: '僅載入一次',
      always: '一律允許',
    },
    status: {
      accepted: '已接受。您可以隨時變更。',
      rejected: '已拒絕。您可以隨時變更。',
      withdrawn: '已撤回同意。您可以隨時變更。',
      saved: '已儲存。您可以隨時變更。',
      changed: '您的選擇已變更。請重新載入此頁面，使其完全生效。',
      reload: '重新載入',
    },
    reopen: { label: '隱私權偏好設定' },
  },
};

export default zhHant;
