/** How the videos, maps, posts and players of others are tagged, and which purpose they have. */
import type { embeds as rows } from '../embeds.ts';
import {
  code,
  comments,
  documents,
  feed,
  fonts,
  icons,
  map,
  music,
  pictures,
  post,
  readingAid,
  reviews,
  translation,
  video,
} from './depends.ts';
import { beside, call, frame, guide, inside, pixel, script, seenAt, sheet, settings, snippet, start } from './tags.ts';
import type { ServiceGuide } from './types.ts';

const NETWORK = 'The network learns who reads which page, and uses it for its advertising.';
const MUSIC = 'Only who wants to listen needs it, and it measures little for the site.';
const MAP = 'Only who looks for the way needs it; the map’s provider sees who does.';
const FONT = 'It makes a page look as it should; the host of the fonts sees the address of each visitor.';
const RATING = 'It shows what others say of the site; its host sees who reads it.';
const SHOWN = 'It only shows something to who wants to see it; its host sees who does.';
const NO_GUARD = 'A style sheet that is not tagged asks before any script can look. Better: serve the fonts yourself.';

export const embeds: Record<keyof typeof rows, ServiceGuide> = {
  youtube: guide(
    'Google learns who watches what, and uses it for its advertising, also from its host without cookies.',
    frame(
      'youtube',
      'https://www.youtube-nocookie.com/embed/YOUR_VIDEO',
      'Video',
      'Its still pictures from ytimg.com wait too.',
    ),
    { depends: video },
  ),
  vimeo: guide(
    'Its player measures who watches what, and loads what its own advertising needs.',
    frame(
      'vimeo',
      'https://player.vimeo.com/video/YOUR_VIDEO?dnt=1',
      'Video',
      'dnt=1 keeps the player from following its viewers.',
    ),
    { depends: video },
  ),
  dailymotion: guide(
    'Its player shows ads by what it knows of the viewer.',
    frame('dailymotion', 'https://geo.dailymotion.com/player.html?video=YOUR_VIDEO', 'Video'),
    { depends: video },
  ),
  twitch: guide(
    'Its player shows ads by what it knows of the viewer.',
    frame('twitch', 'https://player.twitch.tv/?channel=YOUR_CHANNEL&parent=YOUR_DOMAIN', 'Video'),
    { depends: video },
  ),
  wistia: guide(
    'Its player tells the site who has watched how much.',
    beside(
      'wistia',
      '<div class="wistia_embed wistia_async_YOUR_VIDEO"></div>',
      'https://fast.wistia.com/assets/external/E-v1.js',
    ),
    {
      consentCall: call('_wq.push((W) => W.consent(true))', '_wq.push((W) => W.consent(false))', {
        note: 'Its privacy mode has to be switched on.',
        source: seenAt('https://docs.wistia.com/v2026.03/docs/player-privacy-mode', '2026-11-29'),
      }),
      depends: video,
    },
  ),
  embedly: guide(
    SHOWN,
    frame(
      'embedly',
      'https://cdn.embedly.com/widgets/media.html?src=YOUR_VIDEO',
      'Video',
      'What it frames is often another service, which then waits for this one.',
    ),
    { depends: video },
  ),
  spotify: guide(MUSIC, frame('spotify', 'https://open.spotify.com/embed/track/YOUR_TRACK', 'Music'), {
    depends: music,
  }),
  soundcloud: guide(MUSIC, frame('soundcloud', 'https://w.soundcloud.com/player/?url=YOUR_TRACK', 'Music'), {
    depends: music,
  }),
  'google-maps': guide(
    MAP,
    frame(
      'google-maps',
      'https://www.google.com/maps/embed?pb=YOUR_PLACE',
      'Map',
      'The script from maps.googleapis.com and what starts it are tagged with the same name.',
    ),
    { depends: map },
  ),
  openstreetmap: guide(
    MAP,
    frame('openstreetmap', 'https://www.openstreetmap.org/export/embed.html?bbox=YOUR_PLACE', 'Map'),
    { depends: map },
  ),
  mapbox: guide(
    MAP,
    start(
      'mapbox',
      'https://api.mapbox.com/mapbox-gl-js/v3.0.0/mapbox-gl.js',
      ["mapboxgl.accessToken = 'YOUR_TOKEN';", "new mapboxgl.Map({ container: 'map' });"],
      'Its style sheet waits with data-consent-href.',
    ),
    { depends: map },
  ),
  facebook: guide(
    NETWORK,
    beside(
      'facebook',
      '<div class="fb-page" data-href="YOUR_PAGE"></div>',
      'https://connect.facebook.net/en_US/sdk.js#xfbml=1&version=v21.0',
    ),
    { depends: feed },
  ),
  instagram: guide(
    NETWORK,
    beside(
      'instagram',
      '<blockquote class="instagram-media" data-instgrm-permalink="YOUR_POST"></blockquote>',
      'https://www.instagram.com/embed.js',
    ),
    { depends: post },
  ),
  x: guide(
    NETWORK,
    beside(
      'x',
      '<blockquote class="twitter-tweet"><a href="YOUR_POST"></a></blockquote>',
      'https://platform.twitter.com/widgets.js',
    ),
    { depends: post },
  ),
  linkedin: guide(NETWORK, frame('linkedin', 'https://www.linkedin.com/embed/feed/update/YOUR_POST', 'Post'), {
    depends: post,
  }),
  tiktok: guide(
    NETWORK,
    beside(
      'tiktok',
      '<blockquote class="tiktok-embed" cite="YOUR_POST" data-video-id="YOUR_VIDEO"></blockquote>',
      'https://www.tiktok.com/embed.js',
    ),
    { depends: video },
  ),
  pinterest: guide(
    NETWORK,
    beside('pinterest', '<a data-pin-do="embedPin" href="YOUR_PIN"></a>', 'https://assets.pinterest.com/js/pinit.js'),
    { depends: post },
  ),
  reddit: guide(
    NETWORK,
    beside(
      'reddit',
      '<blockquote class="reddit-embed-bq"><a href="YOUR_POST"></a></blockquote>',
      'https://embed.reddit.com/widgets.js',
    ),
    { depends: post },
  ),
  disqus: guide(
    'It shows comments, and tells advertisers who reads them.',
    snippet(
      'disqus',
      "var disqus_config = function () { … }; … 'https://YOUR_NAME.disqus.com/embed.js' …",
      'The div with the id disqus_thread stays.',
    ),
    { depends: comments },
  ),
  gravatar: guide(
    'It shows faces beside comments; its host sees who reads which page.',
    pixel('gravatar', 'https://www.gravatar.com/avatar/YOUR_HASH', 'With the width and height of the face.'),
    { depends: pictures },
  ),
  trustpilot: guide(
    RATING,
    beside(
      'trustpilot',
      '<div class="trustpilot-widget" data-template-id="YOUR_ID" data-businessunit-id="YOUR_ID"></div>',
      'https://widget.trustpilot.com/bootstrap/v5/tp.widget.bootstrap.min.js',
    ),
    { depends: reviews },
  ),
  'google-fonts': guide(
    FONT,
    sheet('google-fonts', 'https://fonts.googleapis.com/css2?family=YOUR_FONT&display=swap', NO_GUARD),
    { depends: fonts },
  ),
  'adobe-fonts': guide(
    FONT,
    sheet(
      'adobe-fonts',
      'https://use.typekit.net/YOUR_ID.css',
      'Untagged, a style sheet asks before any script can look. Its licence forbids to serve the fonts yourself.',
    ),
    { depends: fonts },
  ),
  'font-awesome': guide(
    'It draws icons; its host sees the address of each visitor.',
    script(
      'font-awesome',
      'https://kit.fontawesome.com/YOUR_ID.js',
      'As a style sheet: data-consent-href. Better: serve the icons yourself.',
      'crossorigin="anonymous"',
    ),
    { depends: icons },
  ),
  'jw-player': guide(
    'Its player shows ads by what it knows of the viewer.',
    start('jw-player', 'https://cdn.jwplayer.com/libraries/YOUR_ID.js', "jwplayer('player').setup({ playlist: '…' });"),
    { depends: video },
  ),
  brightcove: guide(
    'Its player tells the site who has watched how much.',
    frame(
      'brightcove',
      'https://players.brightcove.net/YOUR_ID/default_default/index.html?videoId=YOUR_VIDEO',
      'Video',
    ),
    { depends: video },
  ),
  kaltura: guide(
    'Its player tells the site who has watched how much.',
    frame(
      'kaltura',
      'https://cdnapisec.kaltura.com/p/YOUR_ID/embedPlaykitJs/uiconf_id/YOUR_ID?iframeembed=true&entry_id=YOUR_VIDEO',
      'Video',
    ),
    { depends: video },
  ),
  loom: guide(SHOWN, frame('loom', 'https://www.loom.com/embed/YOUR_VIDEO', 'Video'), { depends: video }),
  issuu: guide(SHOWN, frame('issuu', 'https://e.issuu.com/embed.html?d=YOUR_DOCUMENT&u=YOUR_NAME', 'Document'), {
    depends: documents,
  }),
  slideshare: guide(
    'Its viewer shows ads by what it knows of the reader.',
    frame('slideshare', 'https://www.slideshare.net/slideshow/embed_code/key/YOUR_KEY', 'Slides'),
    { depends: documents },
  ),
  scribd: guide(
    'Its viewer shows ads by what it knows of the reader.',
    frame('scribd', 'https://www.scribd.com/embeds/YOUR_DOCUMENT/content', 'Document'),
    { depends: documents },
  ),
  giphy: guide(SHOWN, frame('giphy', 'https://giphy.com/embed/YOUR_PICTURE', 'Picture'), { depends: pictures }),
  codepen: guide(SHOWN, frame('codepen', 'https://codepen.io/YOUR_NAME/embed/YOUR_PEN', 'Code'), { depends: code }),
  'github-gist': guide(
    SHOWN,
    script(
      'github-gist',
      'https://gist.github.com/YOUR_NAME/YOUR_GIST.js',
      'It writes itself where it stands: leave it there.',
    ),
    { depends: code },
  ),
  figma: guide(SHOWN, frame('figma', 'https://embed.figma.com/design/YOUR_FILE?embed-host=YOUR_NAME', 'Design'), {
    depends: documents,
  }),
  flickr: guide(
    SHOWN,
    beside(
      'flickr',
      '<a data-flickr-embed="true" href="YOUR_PHOTO"></a>',
      'https://embedr.flickr.com/assets/client-code.js',
      'The picture in the link loads from Flickr too: leave it out, or use one of your own.',
    ),
    { depends: pictures },
  ),
  bandcamp: guide(MUSIC, frame('bandcamp', 'https://bandcamp.com/EmbeddedPlayer/album=YOUR_ALBUM', 'Music'), {
    depends: music,
  }),
  mixcloud: guide(MUSIC, frame('mixcloud', 'https://www.mixcloud.com/widget/iframe/?feed=YOUR_SHOW', 'Music'), {
    depends: music,
  }),
  deezer: guide(MUSIC, frame('deezer', 'https://widget.deezer.com/widget/auto/track/YOUR_TRACK', 'Music'), {
    depends: music,
  }),
  'apple-music': guide(MUSIC, frame('apple-music', 'https://embed.music.apple.com/us/album/YOUR_ALBUM', 'Music'), {
    depends: music,
  }),
  'bing-maps': guide(MAP, frame('bing-maps', 'https://www.bing.com/maps/embed?cp=YOUR_PLACE', 'Map'), { depends: map }),
  'here-maps': guide(
    MAP,
    start(
      'here-maps',
      'https://js.api.here.com/v3/3.1/mapsjs-core.js',
      "const platform = new H.service.Platform({ apikey: 'YOUR_KEY' });",
      'Its other scripts, and its style sheet, wait with it.',
    ),
    { depends: map },
  ),
  tripadvisor: guide(
    RATING,
    script('tripadvisor', 'https://www.jscache.com/wejs?wtype=YOUR_WIDGET&locationId=YOUR_ID'),
    { depends: reviews },
  ),
  'judge-me': guide(
    RATING,
    inside('The shop itself loads it: switch off the app’s own script there, or let a rule hold it.'),
    { depends: reviews },
  ),
  'trusted-shops': guide(
    RATING,
    script('trusted-shops', 'https://widgets.trustedshops.com/js/YOUR_ID.js', undefined, 'data-desktop-enable="true"'),
    { depends: reviews },
  ),
  provenexpert: guide(RATING, script('provenexpert', 'https://www.provenexpert.com/widget/YOUR_WIDGET.js'), {
    depends: reviews,
  }),
  yotpo: guide(
    'It shows reviews, and sells to visitors by mail and by what they look at.',
    beside(
      'yotpo',
      '<div class="yotpo-widget-instance" data-yotpo-instance-id="YOUR_ID"></div>',
      'https://cdn-widgetsrepository.yotpo.com/v1/loader/YOUR_KEY',
    ),
    { depends: reviews },
  ),
  elfsight: guide(
    SHOWN,
    beside('elfsight', '<div class="elfsight-app-YOUR_ID"></div>', 'https://elfsightcdn.com/platform.js'),
    { depends: feed },
  ),
  powr: guide(
    SHOWN,
    beside('powr', '<div class="powr-form-builder" id="YOUR_ID"></div>', 'https://www.powr.io/powr.js?platform=html'),
    { depends: feed },
  ),
  'hyvor-talk': guide(
    'It shows comments, without ads; its host sees who reads them.',
    beside(
      'hyvor-talk',
      '<hyvor-talk-comments website-id="YOUR_ID"></hyvor-talk-comments>',
      'https://talk.hyvor.com/embed/embed.js',
      'It is a module: add data-type="module".',
    ),
    { depends: comments },
  ),
  'bunny-fonts': guide(
    'It makes a page look as it should; its host says that it keeps no addresses, but it gets them.',
    sheet('bunny-fonts', 'https://fonts.bunny.net/css?family=YOUR_FONT', NO_GUARD),
    { depends: fonts },
  ),
  'monotype-fonts': guide(
    FONT,
    sheet('monotype-fonts', 'https://fast.fonts.net/t/1.css?apiType=css&projectid=YOUR_ID', NO_GUARD),
    { depends: fonts },
  ),
  'google-translate': guide(
    'Only who needs another language needs it; Google gets the words of the page.',
    script(
      'google-translate',
      'https://translate.google.com/translate_a/element.js?cb=googleTranslateElementInit',
      'What defines googleTranslateElementInit may run: it asks nobody.',
    ),
    { depends: translation },
  ),
  gtranslate: guide(
    'Only who needs another language needs it.',
    settings(
      'gtranslate',
      "window.gtranslateSettings = { default_language: 'en', wrapper_selector: '.gtranslate_wrapper' };",
      'https://cdn.gtranslate.net/widgets/latest/float.js',
    ),
    { depends: translation },
  ),
  weglot: guide(
    'Only who needs another language needs it.',
    start('weglot', 'https://cdn.weglot.com/weglot.min.js', "Weglot.initialize({ api_key: 'YOUR_KEY' });"),
    { depends: translation },
  ),
  userway: guide(
    'Only who wants a page to look or sound different needs it.',
    script('userway', 'https://cdn.userway.org/widget.js', undefined, 'data-account="YOUR_ID"'),
    { depends: readingAid },
  ),
  accessibe: guide(
    'Only who wants a page to look or sound different needs it.',
    start('accessibe', 'https://acsbapp.com/apps/app/dist/js/app.js', 'acsbJS.init({ … });'),
    { depends: readingAid },
  ),
  readspeaker: guide(
    'Only who wants to hear a page needs it.',
    script('readspeaker', 'https://cdn-eu.readspeaker.com/script/YOUR_ID/webReader/webReader.js?pids=wr'),
    { depends: readingAid },
  ),
};
