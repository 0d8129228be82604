// What both conversations share: they print what they see, and wait only so long.

const PATIENCE = 20_000;

export function print(seen) {
  console.log(JSON.stringify(seen));
}

export function until(subscribe, what) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Waited in vain for ${what}`)), PATIENCE);
    subscribe((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
