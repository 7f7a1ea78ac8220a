import { aFleetOfSites, measureDispatch } from './dispatch.ts';
console.log(JSON.stringify(measureDispatch(aFleetOfSites(10000))));
