/** The built-in questions, in the order they are asked (shared/templates). */
export const BUILT_IN = [
  'social_complexity',
  'legitimacy',
  'power',
  'senior_buy_in',
  'time',
  'process_resources',
  'legal',
  'specialist_knowledge',
  'innovation',
  'service_resources',
] as const;
