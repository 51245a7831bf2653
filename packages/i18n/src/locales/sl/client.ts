export { en as sl } from '../en/client.ts';
