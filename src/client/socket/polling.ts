// In a module of its own: only a page that needs it loads it.
export { XHR as Polling } from 'socket.io-client';
