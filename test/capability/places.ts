/** The places of SCIENCE 3.5 that the tests measure against. */
import type { LatLon } from '../../shared/capability/earth.ts';

export interface Place extends LatLon {
  readonly id: string;
}

const place = (id: string, lat: number, lon: number): Place => ({ id, lat, lon });

/** The eleven Russian ICBM bases of SCIENCE 3.3; Uzhur and Dombarovsky launch SS-18, whose boost is the longer. */
export const RUSSIAN_BASES = [
  place('kozelsk', 54.03, 35.77),
  place('tatishchevo', 51.67, 45.57),
  place('teykovo', 56.85, 40.53),
  place('yoshkar-ola', 56.63, 47.85),
  place('dombarovsky', 50.75, 59.5),
  place('nizhny-tagil', 58.07, 60.55),
  place('novosibirsk', 55.33, 83.0),
  place('uzhur', 55.33, 89.8),
  place('irkutsk', 52.32, 104.23),
  place('barnaul', 53.5, 83.8),
  place('vypolzovo', 57.88, 33.65),
] as const;

export const SS18_BASES: readonly string[] = ['dombarovsky', 'uzhur'];

export const PLACES = {
  washington: place('washington', 38.9, -77.04),
  newYork: place('new-york', 40.7, -74.0),
  chicago: place('chicago', 41.88, -87.63),
  losAngeles: place('los-angeles', 34.05, -118.24),
  seattle: place('seattle', 47.61, -122.33),
  malmstrom: place('malmstrom', 47.506, -111.182),
  moscow: place('moscow', 55.75, 37.62),
  beijing: place('beijing', 39.9, 116.4),
  pyongyang: place('pyongyang', 39.03, 125.75),
  isfahan: place('isfahan', 32.65, 51.67),
  tabriz: place('tabriz', 38.08, 46.29),
  luoyang: place('luoyang', 34.35, 111.49),
  tonghua: place('tonghua', 41.7, 125.9),
  yulin: place('yulin', 18.203, 109.694),
  shaoyang: place('shaoyang', 27.24, 111.47),
  datong: place('datong', 40.08, 113.3),
  tianshui: place('tianshui', 34.58, 105.72),
  delingha: place('delingha', 37.8, 97.08),
  deveselu: place('deveselu', 44.075, 24.43),
  redzikowo: place('redzikowo', 54.473, 17.123),
  seongju: place('seongju', 36.05, 128.22),
  greely: place('greely', 63.954, -145.735),
  vandenberg: place('vandenberg', 34.75, -120.52),
  bucharest: place('bucharest', 44.43, 26.1),
  rome: place('rome', 41.9, 12.5),
  warsaw: place('warsaw', 52.23, 21.01),
  berlin: place('berlin', 52.52, 13.4),
} as const;

export const AMERICAN_TARGETS = [
  PLACES.washington,
  PLACES.newYork,
  PLACES.chicago,
  PLACES.losAngeles,
  PLACES.seattle,
  PLACES.malmstrom,
] as const;
