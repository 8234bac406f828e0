import type { GoogleConsentType } from '../api.ts';

/** Which types of Google Consent Mode the default purposes govern: each of the seven once. */
export const DEFAULT_MAP: Record<string, GoogleConsentType[]> = {
  necessary: ['security_storage'],
  preferences: ['functionality_storage', 'personalization_storage'],
  analytics: ['analytics_storage'],
  marketing: ['ad_storage', 'ad_user_data', 'ad_personalization'],
};
