/** What other programs may build on. The stack for CDK apps is `touchlight/infra`. */
export { type ConfigurationReading, formatFaults, parseConfiguration } from '../shared/config/read-configuration.ts';
export { type Alert, alertSchema } from '../shared/model/alert.ts';
export {
  type Configuration,
  configurationSchema,
  type Touchpoint,
  touchpointSchema,
} from '../shared/model/business.ts';
export { type Check, checkSchema } from '../shared/model/check.ts';
export { type Incident, incidentSchema } from '../shared/model/incident.ts';
export { type Light, lightSchema } from '../shared/model/light.ts';
export { type Notification, notificationSchema } from '../shared/model/notification.ts';
export { type Result, resultSchema } from '../shared/model/result.ts';
