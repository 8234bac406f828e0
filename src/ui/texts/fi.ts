import type { Language } from '../../api.ts';

const fi: Language = {
  tag: 'fi',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Evästeet ja yksityisyytesi',
      body:
        'Käytämme evästeitä, joita sivusto tarvitsee. Suostumuksellasi käytämme myös muita evästeitä käyntien ' +
        'mittaamiseen ja kiinnostavan sisällön näyttämiseen. Voit muuttaa mieltäsi milloin tahansa.',
      policy: 'Tietosuojaseloste',
      accept: 'Hyväksy kaikki',
      reject: 'Hylkää kaikki',
      preferences: 'Asetukset',
      news: 'Uutta tai muuttunutta edellisen valintasi jälkeen:',
      ok: 'OK',
    },
    preferences: {
      title: 'Tietosuoja-asetukset',
      intro: 'Valitse, mitä sivusto saa käyttää. Se, minkä hylkäät, pysyy pois päältä.',
      save: 'Tallenna',
      close: 'Sulje',
      alwaysOn: 'Aina päällä',
      services: { one: '{n} palvelu', other: '{n} palvelua' },
      service: 'Palvelu',
      provider: 'Palveluntarjoaja',
      country: 'Maa',
      retention: 'Säilytysaika',
      policy: 'Tietosuojaseloste',
      cookies: 'Evästeet',
      search: 'Hae palveluja',
      noMatch: 'Ei hakutuloksia.',
      new: 'Uusi',
      legitimateInterest: 'Perustuu oikeutettuun etuun, ellet vastusta sitä.',
    },
    purposes: {
      necessary: { title: 'Välttämättömät', description: 'Pitävät sivuston toimivana ja turvallisena.' },
      preferences: { title: 'Mieltymykset', description: 'Muistaa valintasi, kuten kielen tai alueen.' },
      analytics: { title: 'Tilastointi', description: 'Laskee käyntejä, jotta voimme parantaa sivuja.' },
      marketing: { title: 'Markkinointi', description: 'Näyttää kiinnostuksesi mukaista sisältöä ja mainontaa.' },
    },
    signals: {
      dnt: 'Selaimesi lähettää Do Not Track -signaalin (”älä seuraa”).',
      gpc: 'Selaimesi lähettää Global Privacy Control -signaalin.',
      honoured: 'Kieltosi on otettu huomioon.',
      locked: 'Niin kauan kuin signaalia lähetetään, nämä kytkimet pysyvät pois päältä.',
      override: 'Jos kytket jonkin päälle, valintasi ohittaa signaalin tällä sivustolla.',
    },
    placeholder: {
      title: 'Sisältö: {name}',
      body: 'Sisältö ladataan vasta, kun sallit sen. Käyttötarkoitus: {purpose}.',
      once: 'Lataa kerran',
      always: 'Salli aina',
    },
    status: {
      accepted: 'Hyväksytty. Voit muuttaa valintaasi milloin tahansa.',
      rejected: 'Hylätty. Voit muuttaa valintaasi milloin tahansa.',
      withdrawn: 'Suostumus peruutettu. Voit muuttaa valintaasi milloin tahansa.',
      saved: 'Tallennettu. Voit muuttaa valintaasi milloin tahansa.',
      changed: 'Valintasi on muuttunut. Lataa tämä sivu uudelleen, jotta se tulee täysin voimaan.',
      reload: 'Lataa uudelleen',
    },
    reopen: { label: 'Tietosuoja-asetukset' },
  },
};

export default fi;
