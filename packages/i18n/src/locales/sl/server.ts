export { en as sl } from '../en/server.ts';
