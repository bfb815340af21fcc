// Takes the place of the Globalize that Web Chat precompiles for all its languages: same methods, on the browser's own Intl.
const LOCALE = 'fr-FR';

const dates = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', hour: 'numeric', minute: '2-digit', month: 'long' });
const elapsed = new Intl.RelativeTimeFormat(LOCALE);
const plurals = new Intl.PluralRules(LOCALE);

export default function frenchGlobalize() {
  return {
    dateFormatter: () => date => dates.format(date),
    plural: count => plurals.select(count),
    relativeTimeFormatter: unit => count => elapsed.format(count, unit),
    unitFormatter: (unit, { form }) => {
      const sizes = new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: form });

      return size => sizes.format(size);
    }
  };
}
