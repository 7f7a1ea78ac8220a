import { isRegion, type Region } from '../../model/region.ts';
import type { OneRegionWords } from './one-region-words.ts';

/** From where each region looks, as it reads on in a sentence. */
const from: Readonly<Record<Region, string>> = {
  'af-south-1': 'из Кейптауна',
  'ap-east-1': 'из Гонконга',
  'ap-east-2': 'из Тайбэя',
  'ap-northeast-1': 'из Токио',
  'ap-northeast-2': 'из Сеула',
  'ap-northeast-3': 'из Осаки',
  'ap-south-1': 'из Мумбаи',
  'ap-south-2': 'из Хайдарабада',
  'ap-southeast-1': 'из Сингапура',
  'ap-southeast-2': 'из Сиднея',
  'ap-southeast-3': 'из Джакарты',
  'ap-southeast-4': 'из Мельбурна',
  'ap-southeast-5': 'из Малайзии',
  'ap-southeast-7': 'из Таиланда',
  'ca-central-1': 'из Монреаля',
  'ca-west-1': 'из Калгари',
  'eu-central-1': 'из Франкфурта',
  'eu-central-2': 'из Цюриха',
  'eu-north-1': 'из Стокгольма',
  'eu-south-1': 'из Милана',
  'eu-south-2': 'из Испании',
  'eu-west-1': 'из Ирландии',
  'eu-west-2': 'из Лондона',
  'eu-west-3': 'из Парижа',
  'il-central-1': 'из Тель-Авива',
  'me-central-1': 'из Объединённых Арабских Эмиратов',
  'me-south-1': 'из Бахрейна',
  'mx-central-1': 'из Мексики',
  'sa-east-1': 'из Сан-Паулу',
  'us-east-1': 'из Вирджинии',
  'us-east-2': 'из Огайо',
  'us-west-1': 'из Калифорнии',
  'us-west-2': 'из Орегона',
};

/** A region that only a later version knows keeps AWS's name. */
export function fromRegion(name: string): string {
  return isRegion(name) ? from[name] : `из региона ${name}`;
}

export const oneRegion: OneRegionWords = {
  remedy:
    'Спросите хостинг-провайдера, не отсекает ли посетителей оттуда межсетевой экран, CDN или блокировка по стране.',
  seenFrom: (fails, unclear) =>
    unclear === '' ? `не работает ${fails}` : `не работает ${fails}; проверить ${unclear} не удалось`,
  region: fromRegion,
  trouble: {
    title: 'Сайт работает не отовсюду',
    has: (at) => `сайт${at} работает не отовсюду уже`,
    was: (at) => `сайт${at} работал не отовсюду`,
    gain: 'Клиенты попадут к вам, где бы они ни были: сейчас некоторые не могут.',
  },
};
