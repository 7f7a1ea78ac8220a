import type { OrderField, OrdersOptions } from '../../../shared/probes/orders/spec.ts';
import type { Column } from '../csv/describe-columns.ts';
import { type Picked, pickByName, pickDate, pickNamed } from '../csv/pick-column.ts';

export interface OrderColumns {
  readonly customer: Column;
  readonly at: Column;
}

/** What tells customers apart best comes first: two of them may have one name. */
const customerNames = [
  ...['customerid', 'clientid', 'userid', 'buyerid', 'contactid', 'idклієнта', 'idклиента', 'кодклієнта', 'кодклиента'],
  ...['email', 'customeremail', 'buyeremail', 'emailaddress', 'пошта', 'почта', 'електроннапошта', 'электроннаяпочта'],
  ...['phone', 'customerphone', 'phonenumber', 'телефон', 'телефонклієнта', 'телефонклиента', 'номертелефону'],
  ...['customer', 'client', 'buyer', 'user', 'клієнт', 'клиент', 'покупець', 'покупатель', 'замовник', 'заказчик'],
  ...['customername', 'buyername', 'billingname'],
];
const dateNames = [
  ...['at', 'orderdate', 'orderedat', 'datecreated', 'createdat', 'purchasedate', 'purchasedat', 'paidat'],
  ...['датазамовлення', 'датазаказа', 'датапокупки', 'датастворення', 'датасоздания', 'датаоплати', 'датаоплаты'],
  ...['date', 'дата', 'датачас', 'датаічас', 'датавремя', 'датаивремя', 'timestamp', 'day', 'день'],
];

/** @returns the columns, or which field has none, or too many */
export function orderColumns(
  columns: readonly Column[],
  named: OrdersOptions['columns'],
): OrderColumns | { readonly field: OrderField; readonly pick: Exclude<Picked, { is: 'column' }> } {
  const customer =
    named.customer === undefined ? pickByName(columns, customerNames) : pickNamed(columns, named.customer);
  if (customer.is !== 'column') return { field: 'customer', pick: customer };
  const at = named.at === undefined ? pickDate(columns, dateNames) : pickNamed(columns, named.at);
  return at.is === 'column' ? { customer: customer.column, at: at.column } : { field: 'at', pick: at };
}
