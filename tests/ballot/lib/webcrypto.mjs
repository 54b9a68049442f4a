// Browsers have crypto as a global; Debian's Node 18 has it only in a module. Loaded before every test program.
import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;
