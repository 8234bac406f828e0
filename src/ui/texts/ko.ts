import type { Language } from '../../api.ts';

const ko: Language = {
  tag: 'ko',
  dir: 'ltr',
  texts: {
    banner: {
      title: '쿠키와 개인정보 보호',
      body: '이 사이트에 필요한 쿠키를 사용합니다. 동의하시면 방문을 측정하고 관련 콘텐츠를 보여 드리기 위해 다른 쿠키도 사용합니다. 선택은 언제든지 변경하실 수 있습니다.',
      policy: '개인정보 처리방침',
      accept: '모두 동의',
      reject: '모두 거부',
      preferences: '설정',
      news: '지난번 선택 이후 추가되거나 변경된 항목:',
      ok: '확인',
    },
    preferences: {
      title: '개인정보 보호 설정',
      intro: '이 사이트가 사용할 수 있는 항목을 선택해 주십시오. 거부하신 항목은 꺼진 상태로 유지됩니다.',
      save: '저장',
      close: '닫기',
      alwaysOn: '항상 켜짐',
      services: { other: '서비스 {n}개' },
      service: '서비스',
      provider: '제공자',
      country: '국가',
      retention: '보유 기간',
      policy: '개인정보 처리방침',
      cookies: '쿠키',
      search: '서비스 검색',
      noMatch: '검색 결과가 없습니다.',
      new: '신규',
      legitimateInterest: '이의를 제기하지 않으시는 한 정당한 이익에 근거하여 사용합니다.',
    },
    purposes: {
      necessary: { title: '필수', description: '사이트를 작동시키고 안전하게 유지합니다.' },
      preferences: { title: '환경설정', description: '언어나 지역 등의 선택을 기억합니다.' },
      analytics: { title: '분석', description: '페이지를 개선할 수 있도록 방문 수를 집계합니다.' },
      marketing: { title: '마케팅', description: '관심사에 맞는 콘텐츠와 광고를 보여 드립니다.' },
    },
    signals: {
      dnt: '브라우저가 Do Not Track(추적 안 함) 신호를 보내고 있습니다.',
      gpc: '브라우저가 Global Privacy Control 신호를 보내고 있습니다.',
      honoured: '거부 요청이 반영되었습니다.',
      locked: '신호를 보내는 동안 이 스위치는 꺼진 상태로 유지됩니다.',
      override: '스위치를 켜시면 이 사이트에서는 신호보다 우선합니다.',
    },
    placeholder: {
      title: '{name} 콘텐츠',
      body: '허용하시기 전에는 불러오지 않습니다. 목적: {purpose}.',
      once: '이번만 불러오기',
      always: '항상 허용',
    },
    status: {
      accepted: '동의하셨습니다. 언제든지 변경하실 수 있습니다.',
      rejected: '거부하셨습니다. 언제든지 변경하실 수 있습니다.',
      withdrawn: '동의를 철회하셨습니다. 언제든지 변경하실 수 있습니다.',
      saved: '저장되었습니다. 언제든지 변경하실 수 있습니다.',
      changed: '선택이 변경되었습니다. 완전히 적용하려면 이 페이지를 새로 고치세요.',
      reload: '새로 고침',
    },
    reopen: { label: '개인정보 보호 설정' },
  },
};

export default ko;
