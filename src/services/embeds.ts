/**
 * Whose videos, maps, posts and players stand in other people's pages. See table.ts for what the facts are and how to
 * check them.
 */
import type { ServiceConfig } from '../api.ts';

const google = { provider: 'Google', policyUrl: 'https://policies.google.com/privacy', country: 'US' };
const meta = { provider: 'Meta', policyUrl: 'https://www.facebook.com/privacy/policy/', country: 'US' };
// Social networks and the great video sites follow visitors for their advertising; players and maps only work for them.
const marketing = ['marketing'];
const preferences = ['preferences'];

export const embeds = {
  youtube: {
    title: 'YouTube',
    purposes: marketing,
    ...google,
    match: ['youtube.com', 'youtube-nocookie.com', 'ytimg.com'],
  },
  vimeo: {
    title: 'Vimeo',
    purposes: marketing,
    provider: 'Vimeo',
    policyUrl: 'https://vimeo.com/privacy',
    country: 'US',
    match: ['vimeo.com', 'vimeocdn.com'],
  },
  dailymotion: {
    title: 'Dailymotion',
    purposes: marketing,
    provider: 'Dailymotion',
    policyUrl: 'https://legal.dailymotion.com/en/privacy-policy/',
    country: 'FR',
    match: ['dailymotion.com', 'dmcdn.net'],
  },
  twitch: {
    title: 'Twitch',
    purposes: marketing,
    provider: 'Twitch',
    policyUrl: 'https://www.twitch.tv/p/legal/privacy-notice/',
    country: 'US',
    match: ['twitch.tv'],
  },
  wistia: {
    title: 'Wistia',
    purposes: ['analytics'],
    provider: 'Wistia',
    policyUrl: 'https://wistia.com/privacy',
    country: 'US',
    storageKeys: { local: ['wistia'] },
    match: ['wistia.com', 'wistia.net'],
  },
  spotify: {
    title: 'Spotify',
    purposes: preferences,
    provider: 'Spotify',
    policyUrl: 'https://www.spotify.com/legal/privacy-policy/',
    country: 'SE',
    match: ['open.spotify.com'],
  },
  soundcloud: {
    title: 'SoundCloud',
    purposes: preferences,
    provider: 'SoundCloud',
    policyUrl: 'https://soundcloud.com/pages/privacy',
    country: 'DE',
    match: ['soundcloud.com', 'sndcdn.com'],
  },
  'google-maps': {
    title: 'Google Maps',
    purposes: preferences,
    ...google,
    match: ['maps.googleapis.com', 'maps.gstatic.com', 'google.com/maps', 'maps.google.com'],
  },
  openstreetmap: {
    title: 'OpenStreetMap',
    purposes: preferences,
    provider: 'OpenStreetMap Foundation',
    policyUrl: 'https://osmfoundation.org/wiki/Privacy_Policy',
    country: 'GB',
    match: ['openstreetmap.org'],
  },
  mapbox: {
    title: 'Mapbox',
    purposes: preferences,
    provider: 'Mapbox',
    policyUrl: 'https://www.mapbox.com/legal/privacy',
    country: 'US',
    storageKeys: { local: ['mapbox.eventData*'] },
    match: ['mapbox.com'],
  },
  facebook: {
    title: 'Facebook',
    purposes: marketing,
    ...meta,
    match: [
      'connect.facebook.net/*/sdk.js',
      'connect.facebook.net/*/all.js',
      'facebook.com/plugins/',
      'facebook.com/v*/plugins/',
    ],
  },
  instagram: { title: 'Instagram', purposes: marketing, ...meta, match: ['instagram.com', 'cdninstagram.com'] },
  x: {
    title: 'X',
    purposes: marketing,
    provider: 'X',
    policyUrl: 'https://x.com/en/privacy',
    country: 'US',
    match: ['platform.twitter.com', 'platform.x.com', 'syndication.twitter.com'],
  },
  linkedin: {
    title: 'LinkedIn',
    purposes: marketing,
    provider: 'LinkedIn',
    policyUrl: 'https://www.linkedin.com/legal/privacy-policy',
    country: 'US',
    match: ['platform.linkedin.com', 'linkedin.com/embed/'],
  },
  tiktok: {
    title: 'TikTok',
    purposes: marketing,
    provider: 'TikTok',
    match: ['tiktok.com/embed', 'tiktok.com/player'],
  },
  pinterest: {
    title: 'Pinterest',
    purposes: marketing,
    provider: 'Pinterest',
    policyUrl: 'https://policy.pinterest.com/en/privacy-policy',
    country: 'US',
    match: ['assets.pinterest.com'],
  },
  reddit: {
    title: 'Reddit',
    purposes: marketing,
    provider: 'Reddit',
    policyUrl: 'https://www.reddit.com/policies/privacy-policy',
    country: 'US',
    match: ['embed.reddit.com'],
  },
  disqus: {
    title: 'Disqus',
    purposes: marketing,
    provider: 'Disqus',
    country: 'US',
    match: ['disqus.com', 'disquscdn.com'],
  },
  gravatar: {
    title: 'Gravatar',
    purposes: preferences,
    provider: 'Automattic',
    policyUrl: 'https://automattic.com/privacy/',
    country: 'US',
    match: ['gravatar.com'],
  },
  trustpilot: {
    title: 'Trustpilot',
    purposes: preferences,
    provider: 'Trustpilot',
    policyUrl: 'https://legal.trustpilot.com/for-reviewers/end-user-privacy-terms',
    country: 'DK',
    match: ['trustpilot.com'],
  },
  'google-fonts': {
    title: 'Google Fonts',
    purposes: preferences,
    ...google,
    match: ['fonts.googleapis.com', 'fonts.gstatic.com'],
  },
  'adobe-fonts': {
    title: 'Adobe Fonts',
    purposes: preferences,
    provider: 'Adobe',
    policyUrl: 'https://www.adobe.com/privacy.html',
    country: 'US',
    match: ['typekit.net'],
  },
  'font-awesome': {
    title: 'Font Awesome',
    purposes: preferences,
    provider: 'Fonticons',
    policyUrl: 'https://fontawesome.com/privacy',
    country: 'US',
    match: ['fontawesome.com'],
  },
} satisfies Record<string, ServiceConfig>;
