/** Gives component tests the DOM matchers (`toBeVisible`, `toHaveFocus`, …). */
import '@testing-library/jest-dom/vitest';
