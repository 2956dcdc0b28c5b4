/* tpch/questions_to_11.c: the questions 1 to 11 of TPC-H in cquel's language. tpch_test.c compares their answers with sqlite3's. */
#include "questions.h"

#include <cquel/words.h>

/* ---- 1: pricing summary report */
#define Q1_FIELDS(FIELD)                                                                          \
	FIELD(l_returnflag,   TEXT, lineitem.l_returnflag)                                            \
	FIELD(l_linestatus,   TEXT, lineitem.l_linestatus)                                            \
	FIELD(sum_qty,        NULLABLE(DECIMAL(18, 2)), SUM(lineitem.l_quantity))                     \
	FIELD(sum_base_price, NULLABLE(DECIMAL(18, 2)), SUM(lineitem.l_extendedprice))                \
	FIELD(sum_disc_price, NULLABLE(DECIMAL(18, 4)), SUM(REVENUE))                                 \
	FIELD(sum_charge,     NULLABLE(DECIMAL(18, 6)), SUM(MUL(REVENUE, ADD(1, lineitem.l_tax))))    \
	FIELD(avg_qty,        NULLABLE(DOUBLE), AVG(lineitem.l_quantity))                             \
	FIELD(avg_price,      NULLABLE(DOUBLE), AVG(lineitem.l_extendedprice))                        \
	FIELD(avg_disc,       NULLABLE(DOUBLE), AVG(lineitem.l_discount))                             \
	FIELD(count_order,    BIGINT, COUNT_ROWS())
CQ_ROW(Q1)

static cq_status question_1(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q1, SQL(
		SELECT_ROW(Q1),
		FROM(lineitem),
		WHERE(LE(lineitem.l_shipdate, DATE_ADD(DAY, day(1998, 12, 1), -90))),
		GROUP_BY(lineitem.l_returnflag, lineitem.l_linestatus),
		ORDER_BY(lineitem.l_returnflag, lineitem.l_linestatus)))
}

/* ---- 2: minimum cost supplier */
#define Q2_FIELDS(FIELD)                                                                          \
	FIELD(s_acctbal, DECIMAL(15, 2), supplier.s_acctbal)                                          \
	FIELD(s_name,    TEXT, supplier.s_name)                                                       \
	FIELD(n_name,    TEXT, nation.n_name)                                                         \
	FIELD(p_partkey, INTEGER, part.p_partkey)                                                     \
	FIELD(p_mfgr,    TEXT, part.p_mfgr)                                                           \
	FIELD(s_address, TEXT, supplier.s_address)                                                    \
	FIELD(s_phone,   TEXT, supplier.s_phone)                                                      \
	FIELD(s_comment, TEXT, supplier.s_comment)
CQ_ROW(Q2)

static cq_status question_2(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q2, SQL(
		SELECT_ROW(Q2),
		FROM(part),
		JOIN(partsupp, ALONG(partsupp.ps_partkey)),
		JOIN(supplier, ALONG(partsupp.ps_suppkey)),
		JOIN(nation, ALONG(supplier.s_nationkey)),
		JOIN(region, ALONG(nation.n_regionkey)),
		WHERE(EQ(part.p_size, 15), ENDS_WITH(part.p_type, "BRASS"), EQ(region.r_name, "EUROPE"),
			EQ(partsupp.ps_supplycost, SUBQUERY(
				SELECT(MIN(partsupp.ps_supplycost)),
				FROM(partsupp),
				JOIN(supplier, ALONG(partsupp.ps_suppkey)),
				JOIN(nation, ALONG(supplier.s_nationkey)),
				JOIN(region, ALONG(nation.n_regionkey)),
				WHERE(EQ(part.p_partkey, partsupp.ps_partkey), EQ(region.r_name, "EUROPE"))))),
		ORDER_BY(DESC(supplier.s_acctbal), nation.n_name, supplier.s_name, part.p_partkey),
		LIMIT(100)))
}

/* ---- 3: shipping priority */
#define Q3_FIELDS(FIELD)                                                                          \
	FIELD(l_orderkey,     INTEGER, lineitem.l_orderkey)                                           \
	FIELD(revenue,        NULLABLE(DECIMAL(18, 4)), SUM(REVENUE))                                 \
	FIELD(o_orderdate,    DATE, orders.o_orderdate)                                               \
	FIELD(o_shippriority, INTEGER, orders.o_shippriority)
CQ_ROW(Q3)

static cq_status question_3(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q3, SQL(
		SELECT_ROW(Q3),
		FROM(customer),
		JOIN(orders, ALONG(orders.o_custkey)),
		JOIN(lineitem, ALONG(lineitem.l_orderkey)),
		WHERE(EQ(customer.c_mktsegment, "BUILDING"), LT(orders.o_orderdate, day(1995, 3, 15)), GT(lineitem.l_shipdate, day(1995, 3, 15))),
		GROUP_BY(lineitem.l_orderkey, orders.o_orderdate, orders.o_shippriority),
		ORDER_BY(DESC(LABEL(revenue)), orders.o_orderdate),
		LIMIT(10)))
}

/* ---- 4: order priority checking */
#define Q4_FIELDS(FIELD)                                                                          \
	FIELD(o_orderpriority, TEXT, orders.o_orderpriority)                                          \
	FIELD(order_count,     BIGINT, COUNT_ROWS())
CQ_ROW(Q4)

static cq_status question_4(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q4, SQL(
		SELECT_ROW(Q4),
		FROM(orders),
		WHERE(GE(orders.o_orderdate, day(1993, 7, 1)), LT(orders.o_orderdate, DATE_ADD(MONTH, day(1993, 7, 1), 3)),
			EXISTS(SELECT(lineitem.l_orderkey), FROM(lineitem),
				WHERE(EQ(lineitem.l_orderkey, orders.o_orderkey), LT(lineitem.l_commitdate, lineitem.l_receiptdate)))),
		GROUP_BY(orders.o_orderpriority),
		ORDER_BY(orders.o_orderpriority)))
}

/* ---- 5: local supplier volume */
#define Q5_FIELDS(FIELD)                                                                          \
	FIELD(n_name,  TEXT, nation.n_name)                                                           \
	FIELD(revenue, NULLABLE(DECIMAL(18, 4)), SUM(REVENUE))
CQ_ROW(Q5)

static cq_status question_5(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q5, SQL(
		SELECT_ROW(Q5),
		FROM(customer),
		JOIN(orders, ALONG(orders.o_custkey)),
		JOIN(lineitem, ALONG(lineitem.l_orderkey)),
		JOIN(supplier, ALONG(lineitem.l_suppkey), EQ(customer.c_nationkey, supplier.s_nationkey)),
		JOIN(nation, ALONG(supplier.s_nationkey)),
		JOIN(region, ALONG(nation.n_regionkey)),
		WHERE(EQ(region.r_name, "ASIA"), GE(orders.o_orderdate, day(1994, 1, 1)), LT(orders.o_orderdate, DATE_ADD(YEAR, day(1994, 1, 1), 1))),
		GROUP_BY(nation.n_name),
		ORDER_BY(DESC(LABEL(revenue)))))
}

/* ---- 6: forecasting revenue change */
#define Q6_FIELDS(FIELD) FIELD(revenue, NULLABLE(DECIMAL(18, 4)), SUM(MUL(lineitem.l_extendedprice, lineitem.l_discount)))
CQ_ROW(Q6)

static cq_status question_6(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q6, SQL(
		SELECT_ROW(Q6),
		FROM(lineitem),
		WHERE(GE(lineitem.l_shipdate, day(1994, 1, 1)), LT(lineitem.l_shipdate, DATE_ADD(YEAR, day(1994, 1, 1), 1)),
			BETWEEN(lineitem.l_discount, ((cq_decimal){5, 2}), ((cq_decimal){7, 2})), LT(lineitem.l_quantity, 24))))
}

/* ---- 7: volume shipping */
CQ_ALIAS(nation, n1)
CQ_ALIAS(nation, n2)
#define Shipping_FIELDS(FIELD)                                                                    \
	FIELD(supp_nation, TEXT, n1.n_name)                                                           \
	FIELD(cust_nation, TEXT, n2.n_name)                                                           \
	FIELD(l_year,      INTEGER, EXTRACT(YEAR, lineitem.l_shipdate))                               \
	FIELD(volume,      DECIMAL(18, 4), REVENUE)
CQ_ROW(Shipping)
CQ_DERIVED(Shipping, shipping)
#define Q7_FIELDS(FIELD)                                                                          \
	FIELD(supp_nation, TEXT, shipping.supp_nation)                                                \
	FIELD(cust_nation, TEXT, shipping.cust_nation)                                                \
	FIELD(l_year,      INTEGER, shipping.l_year)                                                  \
	FIELD(revenue,     NULLABLE(DECIMAL(18, 4)), SUM(shipping.volume))
CQ_ROW(Q7)

static cq_status question_7(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q7, SQL(
		SELECT_ROW(Q7),
		FROM(QUERY(shipping,
			SELECT_ROW(Shipping),
			FROM(supplier),
			JOIN(lineitem, ALONG(lineitem.l_suppkey)),
			JOIN(orders, ALONG(lineitem.l_orderkey)),
			JOIN(customer, ALONG(orders.o_custkey)),
			JOIN(n1, ALONG(supplier.s_nationkey, n1)),
			JOIN(n2, ALONG(customer.c_nationkey, n2)),
			WHERE(OR(AND(EQ(n1.n_name, "FRANCE"), EQ(n2.n_name, "GERMANY")), AND(EQ(n1.n_name, "GERMANY"), EQ(n2.n_name, "FRANCE"))),
				BETWEEN(lineitem.l_shipdate, day(1995, 1, 1), day(1996, 12, 31))))),
		GROUP_BY(shipping.supp_nation, shipping.cust_nation, shipping.l_year),
		ORDER_BY(shipping.supp_nation, shipping.cust_nation, shipping.l_year)))
}

/* ---- 8: national market share */
#define AllNations_FIELDS(FIELD)                                                                  \
	FIELD(o_year, INTEGER, EXTRACT(YEAR, orders.o_orderdate))                                     \
	FIELD(volume, DECIMAL(18, 4), REVENUE)                                                        \
	FIELD(nation, TEXT, n2.n_name)
CQ_ROW(AllNations)
CQ_DERIVED(AllNations, all_nations)
#define Q8_FIELDS(FIELD)                                                                          \
	FIELD(o_year,    INTEGER, all_nations.o_year)                                                 \
	FIELD(mkt_share, NULLABLE(DOUBLE), DIV(                                                       \
		CAST(SUM(CASE(CASE_WHEN(EQ(all_nations.nation, "BRAZIL"), all_nations.volume), ELSE(0))), DOUBLE), CAST(SUM(all_nations.volume), DOUBLE)))
CQ_ROW(Q8)

static cq_status question_8(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q8, SQL(
		SELECT_ROW(Q8),
		FROM(QUERY(all_nations,
			SELECT_ROW(AllNations),
			FROM(part),
			JOIN(lineitem, ALONG(lineitem.l_partkey)),
			JOIN(supplier, ALONG(lineitem.l_suppkey)),
			JOIN(orders, ALONG(lineitem.l_orderkey)),
			JOIN(customer, ALONG(orders.o_custkey)),
			JOIN(n1, ALONG(customer.c_nationkey, n1)),
			JOIN(n2, ALONG(supplier.s_nationkey, n2)),
			JOIN(region, ALONG(n1.n_regionkey)),
			WHERE(EQ(region.r_name, "AMERICA"), BETWEEN(orders.o_orderdate, day(1995, 1, 1), day(1996, 12, 31)), EQ(part.p_type, "ECONOMY ANODIZED STEEL")))),
		GROUP_BY(all_nations.o_year),
		ORDER_BY(all_nations.o_year)))
}

/* ---- 9: product type profit measure */
#define Profit_FIELDS(FIELD)                                                                      \
	FIELD(nation, TEXT, nation.n_name)                                                            \
	FIELD(o_year, INTEGER, EXTRACT(YEAR, orders.o_orderdate))                                     \
	FIELD(amount, DECIMAL(18, 4), SUB(REVENUE, MUL(partsupp.ps_supplycost, lineitem.l_quantity)))
CQ_ROW(Profit)
CQ_DERIVED(Profit, profit)
#define Q9_FIELDS(FIELD)                                                                          \
	FIELD(nation,     TEXT, profit.nation)                                                        \
	FIELD(o_year,     INTEGER, profit.o_year)                                                     \
	FIELD(sum_profit, NULLABLE(DECIMAL(18, 4)), SUM(profit.amount))
CQ_ROW(Q9)

static cq_status question_9(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q9, SQL(
		SELECT_ROW(Q9),
		FROM(QUERY(profit,
			SELECT_ROW(Profit),
			FROM(part),
			JOIN(lineitem, ALONG(lineitem.l_partkey)),
			JOIN(supplier, ALONG(lineitem.l_suppkey)),
			JOIN(partsupp, EQ(partsupp.ps_suppkey, lineitem.l_suppkey), EQ(partsupp.ps_partkey, lineitem.l_partkey)),
			JOIN(orders, ALONG(lineitem.l_orderkey)),
			JOIN(nation, ALONG(supplier.s_nationkey)),
			WHERE(CONTAINS(part.p_name, "green")))),
		GROUP_BY(profit.nation, profit.o_year),
		ORDER_BY(profit.nation, DESC(profit.o_year))))
}

/* ---- 10: returned item reporting */
#define Q10_FIELDS(FIELD)                                                                         \
	FIELD(c_custkey, INTEGER, customer.c_custkey)                                                 \
	FIELD(c_name,    TEXT, customer.c_name)                                                       \
	FIELD(revenue,   NULLABLE(DECIMAL(18, 4)), SUM(REVENUE))                                      \
	FIELD(c_acctbal, DECIMAL(15, 2), customer.c_acctbal)                                          \
	FIELD(n_name,    TEXT, nation.n_name)                                                         \
	FIELD(c_address, TEXT, customer.c_address)                                                    \
	FIELD(c_phone,   TEXT, customer.c_phone)                                                      \
	FIELD(c_comment, TEXT, customer.c_comment)
CQ_ROW(Q10)

static cq_status question_10(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q10, SQL(
		SELECT_ROW(Q10),
		FROM(customer),
		JOIN(orders, ALONG(orders.o_custkey)),
		JOIN(lineitem, ALONG(lineitem.l_orderkey)),
		JOIN(nation, ALONG(customer.c_nationkey)),
		WHERE(GE(orders.o_orderdate, day(1993, 10, 1)), LT(orders.o_orderdate, DATE_ADD(MONTH, day(1993, 10, 1), 3)), EQ(lineitem.l_returnflag, "R")),
		GROUP_BY(customer.c_custkey, customer.c_name, customer.c_acctbal, customer.c_phone, nation.n_name, customer.c_address, customer.c_comment),
		ORDER_BY(DESC(LABEL(revenue))),
		LIMIT(20)))
}

/* ---- 11: important stock identification */
#define STOCK_VALUE SUM(MUL(partsupp.ps_supplycost, partsupp.ps_availqty))
#define Q11_FIELDS(FIELD)                                                                         \
	FIELD(ps_partkey, INTEGER, partsupp.ps_partkey)                                               \
	FIELD(value,      NULLABLE(DECIMAL(18, 2)), STOCK_VALUE)
CQ_ROW(Q11)

static cq_status question_11(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q11, SQL(
		SELECT_ROW(Q11),
		FROM(partsupp),
		JOIN(supplier, ALONG(partsupp.ps_suppkey)),
		JOIN(nation, ALONG(supplier.s_nationkey)),
		WHERE(EQ(nation.n_name, "GERMANY")),
		GROUP_BY(partsupp.ps_partkey),
		HAVING(GT(STOCK_VALUE, SUBQUERY(
			SELECT(MUL(STOCK_VALUE, ((cq_decimal){1, 4}))),
			FROM(partsupp),
			JOIN(supplier, ALONG(partsupp.ps_suppkey)),
			JOIN(nation, ALONG(supplier.s_nationkey)),
			WHERE(EQ(nation.n_name, "GERMANY"))))),
		ORDER_BY(DESC(LABEL(value)), partsupp.ps_partkey)))
}

const tpch_question tpch_questions_to_11[11] = {
	question_1, question_2, question_3, question_4, question_5, question_6, question_7, question_8, question_9, question_10, question_11,
};
