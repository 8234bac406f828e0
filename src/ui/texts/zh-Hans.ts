import type { Language } from '../../api.ts';

const zhHans: Language = {
  tag: 'zh-Hans',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookie 与您的隐私',
      body: '我们使用本网站所需的 Cookie。经您同意，我们还会使用其他 Cookie 来统计访问情况并展示相关内容。您可以随时更改选择。',
      policy: '隐私政策',
      accept: '全部接受',
      reject: '全部拒绝',
      preferences: '偏好设置',
      news: '自您上次选择以来新增或变更的内容：',
      ok: '知道了',
    },
    preferences: {
      title: '隐私偏好设置',
      intro: '请选择本网站可以使用的内容。您拒绝的内容将保持关闭。',
      save: '保存',
      close: '关闭',
      alwaysOn: '始终开启',
      services: { other: '{n} 项服务' },
      service: '服务',
      provider: '提供方',
      country: '国家/地区',
      retention: '保存期限',
      policy: '隐私政策',
      cookies: 'Cookie',
      search: '搜索服务',
      noMatch: '未找到结果。',
      new: '新增',
      legitimateInterest: '基于正当利益运行，除非您提出反对。',
    },
    purposes: {
      necessary: { title: '必要', description: '保证网站正常运行和安全。' },
      preferences: { title: '偏好', description: '记住语言、地区等选择。' },
      analytics: { title: '统计分析', description: '统计访问量，以便我们改进页面。' },
      marketing: { title: '营销', description: '展示符合您兴趣的内容和广告。' },
    },
    signals: {
      dnt: '您的浏览器发送了 Do Not Track（请勿跟踪）信号。',
      gpc: '您的浏览器发送了 Global Privacy Control（全球隐私控制）信号。',
      honoured: '我们已遵从您的拒绝请求。',
      locked: '在发送此信号期间，这些开关保持关闭。',
      override: '如您打开某个开关，该选择在本网站上优先于此信号。',
    },
    placeholder: {
      title: '来自 {name} 的内容',
      body: '未经您允许不会加载。用途：{purpose}。',
      once: '仅加载一次',
      always: '始终允许',
    },
    status: {
      accepted: '已接受。您可以随时更改。',
      rejected: '已拒绝。您可以随时更改。',
      withdrawn: '已撤回同意。您可以随时更改。',
      saved: '已保存。您可以随时更改。',
      changed: '您的选择已更改。请重新加载此页面，使其完全生效。',
      reload: '重新加载',
    },
    reopen: { label: '隐私偏好设置' },
  },
};

export default zhHans;
