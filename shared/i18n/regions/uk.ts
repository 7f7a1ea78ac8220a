import { isRegion, type Region } from '../../model/region.ts';
import type { OneRegionWords } from './one-region-words.ts';

/** From where each region looks, as it reads on in a sentence. */
const from: Readonly<Record<Region, string>> = {
  'af-south-1': 'з Кейптауна',
  'ap-east-1': 'з Гонконгу',
  'ap-east-2': 'з Тайбея',
  'ap-northeast-1': 'з Токіо',
  'ap-northeast-2': 'із Сеула',
  'ap-northeast-3': 'з Осаки',
  'ap-south-1': 'з Мумбаї',
  'ap-south-2': 'з Хайдарабада',
  'ap-southeast-1': 'із Сингапуру',
  'ap-southeast-2': 'із Сіднея',
  'ap-southeast-3': 'з Джакарти',
  'ap-southeast-4': 'з Мельбурна',
  'ap-southeast-5': 'з Малайзії',
  'ap-southeast-7': 'з Таїланду',
  'ca-central-1': 'з Монреаля',
  'ca-west-1': 'з Калгарі',
  'eu-central-1': 'з Франкфурта',
  'eu-central-2': 'з Цюриха',
  'eu-north-1': 'зі Стокгольма',
  'eu-south-1': 'з Мілана',
  'eu-south-2': 'з Іспанії',
  'eu-west-1': 'з Ірландії',
  'eu-west-2': 'з Лондона',
  'eu-west-3': 'з Парижа',
  'il-central-1': 'з Тель-Авіва',
  'me-central-1': 'з Об’єднаних Арабських Еміратів',
  'me-south-1': 'з Бахрейну',
  'mx-central-1': 'з Мексики',
  'sa-east-1': 'із Сан-Паулу',
  'us-east-1': 'з Вірджинії',
  'us-east-2': 'з Огайо',
  'us-west-1': 'з Каліфорнії',
  'us-west-2': 'з Орегону',
};

/** A region that only a later version knows keeps AWS's name. */
export function fromRegion(name: string): string {
  return isRegion(name) ? from[name] : `з регіону ${name}`;
}

export const oneRegion: OneRegionWords = {
  remedy:
    'Запитайте хостинг-провайдера, чи не відсікає відвідувачів звідти міжмережевий екран, CDN або блокування за країною.',
  seenFrom: (fails, unclear) =>
    unclear === '' ? `не працює ${fails}` : `не працює ${fails}; перевірити ${unclear} не вдалося`,
  region: fromRegion,
  trouble: {
    title: 'Сайт працює не звідусіль',
    has: (at) => `сайт${at} працює не звідусіль уже`,
    was: (at) => `сайт${at} працював не звідусіль`,
    gain: 'Клієнти потраплять до вас, хоч би де вони були: зараз дехто не може.',
  },
};
