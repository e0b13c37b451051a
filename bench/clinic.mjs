// Clinics with more free time than a bench can use: ten doctors each, open all day, in UTC.
export const doctors = 10;
/** Monday, 4 January 2027, in seconds since 1970. */
export const firstDay = Date.UTC(2027, 0, 4) / 1000;
/** From there on, and on each of them a claim from midnight and every half hour but the last. */
export const days = 120, startsPerDay = 47;
export const numberOf = i => `b3c00000-0000-4000-8000-${String(i).padStart(12, '0')}`;
export const secretOf = i => `bench-secret-${i}-0123456789abcdef`;

/** The organization file of the i-th. */
export const clinic = i => ({
  schema: 'orchestrator-org/1', slug: `bench-${i}`, name: `Bench ${i}`, timeZone: 'Etc/UTC', country: 'US', locale: 'en-US',
  slotIntervalMinutes: 30, minNoticeMinutes: 0, horizonDays: 730, holdMinutes: 10, retentionDays: 90, test: true,
  vapi: { secrets: [secretOf(i)], phoneNumbers: [{ id: numberOf(i), number: `+1415${2000000 + i}` }], assistantIds: [] },
  locations: [{ id: 'main', name: 'Main', timeZone: 'Etc/UTC', closures: [] }],
  services: [{ id: 'consultation', name: 'Consultation', durationMinutes: 30, providerIds: Array.from({ length: doctors }, (_, p) => `doctor-${p}`) }],
  providers: Array.from({ length: doctors }, (_, p) => ({
    id: `doctor-${p}`, name: `Doctor ${String.fromCharCode(65 + p)}`, locationId: 'main',
    workingHours: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], start: '00:00', end: '23:59' }],
  })),
});
