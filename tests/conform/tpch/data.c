/* tpch/data.c: fills the tables of TPC-H with rows of our own: a fixed sequence of pseudo-random numbers, and here and there a
 * rare combination that one of the questions asks for.
 */
#include "models.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SUPPLIERS = 75, CUSTOMERS = 300, PARTS = 200, ORDERS = 8000, MOST_LINES = 7 };

#define PICK(list) ((list)[draw(sizeof(list) / sizeof *(list))])

static const struct { const char *name; int region; } nations[] = {
	{"ALGERIA", 1}, {"ARGENTINA", 2}, {"BRAZIL", 2}, {"CANADA", 2}, {"EGYPT", 5}, {"ETHIOPIA", 1}, {"FRANCE", 4}, {"GERMANY", 4}, {"INDIA", 3},
	{"INDONESIA", 3}, {"IRAN", 5}, {"IRAQ", 5}, {"JAPAN", 3}, {"JORDAN", 5}, {"KENYA", 1}, {"MOROCCO", 1}, {"MOZAMBIQUE", 1}, {"PERU", 2},
	{"CHINA", 3}, {"ROMANIA", 4}, {"SAUDI ARABIA", 5}, {"VIETNAM", 3}, {"RUSSIA", 4}, {"UNITED KINGDOM", 4}, {"UNITED STATES", 2},
};
enum { NATIONS = sizeof nations / sizeof *nations };

static const char *const regions[] = {"AFRICA", "AMERICA", "ASIA", "EUROPE", "MIDDLE EAST"};
static const char *const segments[] = {"AUTOMOBILE", "BUILDING", "FURNITURE", "HOUSEHOLD", "MACHINERY"};
static const char *const priorities[] = {"1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW"};
static const char *const instructions[] = {"DELIVER IN PERSON", "COLLECT COD", "NONE", "TAKE BACK RETURN"};
static const char *const modes[] = {"AIR", "AIR REG", "RAIL", "SHIP", "TRUCK", "MAIL", "FOB"};
static const char *const colours[] = {"forest", "green", "ivory", "lemon", "plum", "salmon", "sky", "tomato"};
static const char *const sizes_of_type[] = {"STANDARD", "SMALL", "MEDIUM", "LARGE", "ECONOMY", "PROMO"};
static const char *const finishes[] = {"ANODIZED", "BURNISHED", "PLATED", "POLISHED", "BRUSHED"};
static const char *const metals[] = {"TIN", "NICKEL", "BRASS", "STEEL", "COPPER"};
static const char *const boxes[] = {"SM CASE", "SM BOX", "MED BAG", "MED BOX", "LG CASE", "LG BOX", "JUMBO PKG", "WRAP JAR"};
static const int part_sizes[] = {1, 3, 5, 9, 14, 15, 19, 23, 36, 45, 49};

/* ---- what everything is drawn from */

static uint64_t state;
static char *memory;
static size_t used;
enum { MEMORY = 1 << 22 };

static unsigned draw(size_t below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((state >> 33) % below);
}

/* A text that lives until everything is loaded. */
static const char *text(const char *format, ...) __attribute__((format(printf, 1, 2)));
static const char *text(const char *format, ...)
{
	char *const start = memory + used;
	va_list arguments;
	va_start(arguments, format);
	const int length = vsnprintf(start, MEMORY - used, format, arguments);
	va_end(arguments);
	if (length < 0 || (size_t)length >= MEMORY - used)
		abort();
	used += (size_t)length + 1;
	return start;
}

static cq_decimal money(int64_t cents) { return (cq_decimal){cents, 2}; }

static cq_date day(int year, int month, int day_of_month)
{
	cq_date date;
	if (cq_date_make(year, month, day_of_month, &date) != CQ_OK)
		abort();
	return date;
}

static cq_date later(cq_date date, unsigned days) { return (cq_date){date.days + (int32_t)days}; }

static const char *phone(unsigned country) { return text("%u-%03u-%03u-%04u", country + 10, draw(900) + 100, draw(900) + 100, draw(9000) + 1000); }

/* ---- the tables */

static cq_status load_places(cq_connection *db)
{
	Region region_rows[5];
	Nation nation_rows[NATIONS];
	for (int i = 0; i < 5; i++)
		region_rows[i] = (Region){i + 1, regions[i], "far"};
	for (int i = 0; i < NATIONS; i++)
		nation_rows[i] = (Nation){i + 1, nations[i].name, nations[i].region, "away"};
	CQ_TRY(cq_insert_many(db, Region, region_rows, 5));
	return cq_insert_many(db, Nation, nation_rows, NATIONS);
}

static cq_status load_suppliers(cq_connection *db)
{
	static Supplier rows[SUPPLIERS];
	for (unsigned i = 0; i < SUPPLIERS; i++) {
		const unsigned country = i % NATIONS;
		rows[i] = (Supplier){(int32_t)i + 1, text("Supplier#%09u", i + 1), text("%u Dock Road", draw(500)), (int32_t)country + 1, phone(country),
			money((int64_t)draw(1100000) - 100000), i % 11 == 4 ? "some Customer has Complaints" : "quick and careful"};
	}
	return cq_insert_many(db, Supplier, rows, SUPPLIERS);
}

static cq_status load_customers(cq_connection *db)
{
	static Customer rows[CUSTOMERS];
	for (unsigned i = 0; i < CUSTOMERS; i++) {
		const unsigned country = draw(NATIONS);
		rows[i] = (Customer){(int32_t)i + 1, text("Customer#%09u", i + 1), text("%u High Street", draw(500)), (int32_t)country + 1, phone(country),
			money((int64_t)draw(1100000) - 100000), PICK(segments), "pays"};
	}
	return cq_insert_many(db, Customer, rows, CUSTOMERS);
}

static cq_status load_parts(cq_connection *db)
{
	static Part rows[PARTS];
	static PartSupp offers[4 * PARTS];
	for (unsigned i = 0; i < PARTS; i++) {
		Part part_row = {(int32_t)i + 1, text("%s %s", PICK(colours), PICK(colours)), text("Manufacturer#%u", draw(5) + 1),
			text("Brand#%u%u", draw(5) + 1, draw(5) + 1), text("%s %s %s", PICK(sizes_of_type), PICK(finishes), PICK(metals)), PICK(part_sizes), PICK(boxes),
			money(90000 + 10 * i), "fits"};
		if (i % 25 == 0 || i % 50 == 2)
			part_row.p_type = "ECONOMY ANODIZED STEEL";
		if (i % 40 == 1)
			part_row.p_brand = "Brand#23", part_row.p_container = "MED BOX";
		if (i % 20 == 2)
			part_row.p_brand = "Brand#12", part_row.p_container = "SM CASE", part_row.p_size = 3;
		if (i % 20 == 3)
			part_row.p_size = 15, part_row.p_type = "SMALL PLATED BRASS";
		rows[i] = part_row;
		for (unsigned k = 0; k < 4; k++)
			offers[4 * i + k] = (PartSupp){(int32_t)i + 1, (int32_t)((i + k * 19) % SUPPLIERS) + 1, (int32_t)draw(1000) + 1, money(draw(100000) + 100), "in stock"};
	}
	CQ_TRY(cq_insert_many(db, Part, rows, PARTS));
	return cq_insert_many(db, PartSupp, offers, 4 * PARTS);
}

static LineItem line(const Order *order, int number, bool large)
{
	const unsigned part_key = draw(PARTS) + 1, supplier_key = (part_key - 1 + draw(4) * 19) % SUPPLIERS + 1;
	const unsigned quantity = large ? 45 + draw(6) : draw(50) + 1;
	const cq_date shipped = later(order->o_orderdate, draw(121) + 1);
	const cq_date received = later(shipped, draw(30) + 1);
	const cq_date now = day(1995, 6, 17);
	LineItem item = {order->o_orderkey, (int32_t)part_key, (int32_t)supplier_key, number, money(100 * quantity), money((int64_t)quantity * (90000 + 10 * part_key)),
		money(draw(11)), money(draw(9)), "N", shipped.days > now.days ? "O" : "F", shipped, later(order->o_orderdate, draw(61) + 30), received,
		PICK(instructions), PICK(modes), "of note"};
	if (received.days <= now.days)
		item.l_returnflag = draw(2) != 0 ? "R" : "A";
	return item;
}

static cq_status load_orders(cq_connection *db)
{
	Order *const rows = calloc(ORDERS, sizeof *rows);
	LineItem *const lines = calloc(ORDERS * MOST_LINES, sizeof *lines);
	size_t count = 0;
	if (rows == NULL || lines == NULL)
		abort();
	for (int i = 0; i < ORDERS; i++) {
		/* A third of the customers never buys. */
		const unsigned buyer = draw(CUSTOMERS / 3) * 3 + draw(2) + 1;
		Order order = {i + 1, (int32_t)buyer, "O", money(0), later(day(1992, 1, 1), draw(2406)), PICK(priorities), text("Clerk#%09u", draw(1000)), 0,
			i % 9 == 0 ? "all special and polite requests" : "as usual"};
		const int number = i % 200 == 7 ? MOST_LINES : (int)draw(MOST_LINES) + 1;
		int open = 0;
		int64_t total = 0;
		for (int k = 1; k <= number; k++) {
			lines[count] = line(&order, k, i % 200 == 7);
			open += lines[count].l_linestatus[0] == 'O';
			total += lines[count].l_extendedprice.coefficient * (100 - lines[count].l_discount.coefficient) / 100;
			count++;
		}
		order.o_orderstatus = open == 0 ? "F" : open == number ? "O" : "P";
		order.o_totalprice = money(total);
		rows[i] = order;
	}
	cq_status status = cq_insert_many(db, Order, rows, ORDERS);
	if (status == CQ_OK)
		status = cq_insert_many(db, LineItem, lines, count);
	free(rows);
	free(lines);
	return status;
}

static cq_status load_all(cq_connection *db)
{
	const cq_table *const tables[] = {
		CQ_TABLE(region), CQ_TABLE(nation), CQ_TABLE(supplier), CQ_TABLE(customer),
		CQ_TABLE(part), CQ_TABLE(partsupp), CQ_TABLE(orders), CQ_TABLE(lineitem),
	};
	CQ_TRY(cq_create_all(db, tables, sizeof tables / sizeof *tables));
	CQ_TRY(load_places(db));
	CQ_TRY(load_suppliers(db));
	CQ_TRY(load_customers(db));
	CQ_TRY(load_parts(db));
	return load_orders(db);
}

cq_status tpch_load(cq_connection *db)
{
	state = 20261121;
	used = 0;
	memory = malloc(MEMORY);
	if (memory == NULL)
		return CQ_NO_MEMORY;
	const cq_status status = load_all(db);
	free(memory);
	return status;
}
