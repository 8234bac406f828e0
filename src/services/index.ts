/** The entry `@commsor/consent/services`: the table, and the guide to it, which bundlers drop where nobody uses it. */
export { services, type ServiceId } from './table.ts';
export {
  serviceGuide,
  type ConsentCall,
  type Dependence,
  type Missed,
  type ServiceGuide,
  type Source,
  type TagKind,
  type Tagging,
} from './guide/index.ts';
