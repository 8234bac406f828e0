import type { Language } from '../../api.ts';

const vi: Language = {
  tag: 'vi',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookie và quyền riêng tư của bạn',
      body:
        'Chúng tôi sử dụng cookie mà trang web này cần. Nếu bạn đồng ý, chúng tôi còn sử dụng cookie khác để đo ' +
        'lượt truy cập và hiển thị nội dung phù hợp. Bạn có thể đổi ý bất cứ lúc nào.',
      policy: 'Chính sách quyền riêng tư',
      accept: 'Chấp nhận tất cả',
      reject: 'Từ chối tất cả',
      preferences: 'Tùy chọn',
      news: 'Mới hoặc đã thay đổi kể từ lựa chọn trước của bạn:',
      ok: 'Đã hiểu',
    },
    preferences: {
      title: 'Tùy chọn quyền riêng tư',
      intro: 'Hãy chọn những gì trang web này được sử dụng. Những gì bạn từ chối sẽ vẫn tắt.',
      save: 'Lưu',
      close: 'Đóng',
      alwaysOn: 'Luôn bật',
      services: { other: '{n} dịch vụ' },
      service: 'Dịch vụ',
      provider: 'Nhà cung cấp',
      country: 'Quốc gia',
      retention: 'Thời hạn lưu trữ',
      policy: 'Chính sách quyền riêng tư',
      cookies: 'Cookie',
      search: 'Tìm dịch vụ',
      noMatch: 'Không tìm thấy.',
      new: 'Mới',
      legitimateInterest: 'Dựa trên lợi ích hợp pháp, trừ khi bạn phản đối.',
    },
    purposes: {
      necessary: { title: 'Cần thiết', description: 'Giúp trang web hoạt động và an toàn.' },
      preferences: { title: 'Tùy chọn', description: 'Ghi nhớ lựa chọn như ngôn ngữ hoặc khu vực.' },
      analytics: { title: 'Phân tích', description: 'Đếm lượt truy cập để chúng tôi cải thiện trang.' },
      marketing: { title: 'Tiếp thị', description: 'Hiển thị nội dung và quảng cáo phù hợp với sở thích của bạn.' },
    },
    signals: {
      dnt: 'Trình duyệt của bạn gửi tín hiệu Do Not Track (“không theo dõi”).',
      gpc: 'Trình duyệt của bạn gửi tín hiệu Global Privacy Control.',
      honoured: 'Yêu cầu từ chối của bạn đã được tôn trọng.',
      locked: 'Khi tín hiệu này còn được gửi, các công tắc này vẫn tắt.',
      override: 'Nếu bạn bật một công tắc, lựa chọn đó được ưu tiên hơn tín hiệu trên trang web này.',
    },
    placeholder: {
      title: 'Nội dung từ {name}',
      body: 'Nội dung chỉ được tải khi bạn cho phép. Mục đích: {purpose}.',
      once: 'Tải một lần',
      always: 'Luôn cho phép',
    },
    status: {
      accepted: 'Đã chấp nhận. Bạn có thể thay đổi bất cứ lúc nào.',
      rejected: 'Đã từ chối. Bạn có thể thay đổi bất cứ lúc nào.',
      withdrawn: 'Đã rút lại sự đồng ý. Bạn có thể thay đổi bất cứ lúc nào.',
      saved: 'Đã lưu. Bạn có thể thay đổi bất cứ lúc nào.',
      changed: 'Lựa chọn của bạn đã thay đổi. Hãy tải lại trang này để lựa chọn đó có hiệu lực hoàn toàn.',
      reload: 'Tải lại',
    },
    reopen: { label: 'Tùy chọn quyền riêng tư' },
  },
};

export default vi;
