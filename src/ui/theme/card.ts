import type { CardTheme } from '../../lazy.ts';
import type { UiConfig } from '../../api.ts';
import tokens from '../styles/tokens.css';
import { createTheme } from './index.ts';

/** The theme, with the styles that every card and its buttons have. */
export const createCardTheme = (ui: UiConfig): CardTheme => ({ ...createTheme(ui), cardCss: tokens });
