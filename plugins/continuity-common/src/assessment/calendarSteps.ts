export { advance, recede } from '../terms/calendarSteps';
