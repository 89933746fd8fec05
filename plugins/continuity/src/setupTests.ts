import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages in jsdom are slow on a busy machine; what is waited for is not wrong because it is late.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(90_000);
