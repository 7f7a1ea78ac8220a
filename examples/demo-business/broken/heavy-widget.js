// A recommendation widget as shops really embed them: it reads its whole catalogue on the visitor's phone, in long steps.
(() => {
  const steps = 3;
  let similar = 0;

  function compareProducts() {
    for (let index = 0; index < 2_000_000; index += 1) {
      similar = (similar * 31 + catalogue.charCodeAt((index * 7919) % catalogue.length)) | 0;
    }
  }

  function runStep(step) {
    compareProducts();
    if (step < steps) setTimeout(() => runStep(step + 1));
  }

  // From the first paint on, so that the page looks ready and does not react.
  const paints = new PerformanceObserver(() => {
    paints.disconnect();
    runStep(1);
  });
  paints.observe({ type: 'paint', buffered: true });
})();
