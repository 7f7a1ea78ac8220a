export const user = 'info@coffeelab.example';
export const password = 'espresso-4711';
