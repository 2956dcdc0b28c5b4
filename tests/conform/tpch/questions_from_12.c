/* tpch/questions_from_12.c: the questions 12 to 22 of TPC-H in cquel's language. tpch_test.c compares their answers with sqlite3's. */
#include "questions.h"

#include <cquel/words.h>

/* ---- 12: shipping modes and order priority */
#define COUNT_IF(condition) SUM(CASE(CASE_WHEN(condition, VALUE(1)), ELSE(0)))
#define Q12_FIELDS(FIELD)                                                                         \
	FIELD(l_shipmode,      TEXT, lineitem.l_shipmode)                                             \
	FIELD(high_line_count, NULLABLE(BIGINT), COUNT_IF(OR(EQ(orders.o_orderpriority, "1-URGENT"), EQ(orders.o_orderpriority, "2-HIGH")))) \
	FIELD(low_line_count,  NULLABLE(BIGINT), COUNT_IF(AND(NE(orders.o_orderpriority, "1-URGENT"), NE(orders.o_orderpriority, "2-HIGH"))))
CQ_ROW(Q12)

static cq_status question_12(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q12, SQL(
		SELECT_ROW(Q12),
		FROM(orders),
		JOIN(lineitem, ALONG(lineitem.l_orderkey)),
		WHERE(IN(lineitem.l_shipmode, "MAIL", "SHIP"), LT(lineitem.l_commitdate, lineitem.l_receiptdate), LT(lineitem.l_shipdate, lineitem.l_commitdate),
			GE(lineitem.l_receiptdate, day(1994, 1, 1)), LT(lineitem.l_receiptdate, DATE_ADD(YEAR, day(1994, 1, 1), 1))),
		GROUP_BY(lineitem.l_shipmode),
		ORDER_BY(lineitem.l_shipmode)))
}

/* ---- 13: customer distribution */
#define CustomerOrders_FIELDS(FIELD)                                                              \
	FIELD(c_custkey, INTEGER, customer.c_custkey)                                                 \
	FIELD(c_count,   BIGINT, COUNT(orders.o_orderkey))
CQ_ROW(CustomerOrders)
CQ_DERIVED(CustomerOrders, c_orders)
#define Q13_FIELDS(FIELD)                                                                         \
	FIELD(c_count,  BIGINT, c_orders.c_count)                                                     \
	FIELD(custdist, BIGINT, COUNT_ROWS())
CQ_ROW(Q13)

static cq_status question_13(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q13, SQL(
		SELECT_ROW(Q13),
		FROM(QUERY(c_orders,
			SELECT_ROW(CustomerOrders),
			FROM(customer),
			LEFT_JOIN(orders, ALONG(orders.o_custkey), NOT(LIKE(orders.o_comment, "%special%requests%"))),
			GROUP_BY(customer.c_custkey))),
		GROUP_BY(c_orders.c_count),
		ORDER_BY(DESC(LABEL(custdist)), DESC(c_orders.c_count))))
}

/* ---- 14: promotion effect */
#define Q14_FIELDS(FIELD)                                                                         \
	FIELD(promo_revenue, NULLABLE(DOUBLE), DIV(                                                   \
		MUL(100.0, SUM(CASE(CASE_WHEN(STARTS_WITH(part.p_type, "PROMO"), REVENUE), ELSE(0)))), SUM(REVENUE)))
CQ_ROW(Q14)

static cq_status question_14(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q14, SQL(
		SELECT_ROW(Q14),
		FROM(lineitem),
		JOIN(part, ALONG(lineitem.l_partkey)),
		WHERE(GE(lineitem.l_shipdate, day(1995, 9, 1)), LT(lineitem.l_shipdate, DATE_ADD(MONTH, day(1995, 9, 1), 1)))))
}

/* ---- 15: top supplier */
#define Revenue_FIELDS(FIELD)                                                                     \
	FIELD(supplier_no,   INTEGER, lineitem.l_suppkey)                                             \
	FIELD(total_revenue, NULLABLE(DECIMAL(18, 4)), SUM(REVENUE))
CQ_ROW(Revenue)
CQ_DERIVED(Revenue, revenue)
#define Q15_FIELDS(FIELD)                                                                         \
	FIELD(s_suppkey,     INTEGER, supplier.s_suppkey)                                             \
	FIELD(s_name,        TEXT, supplier.s_name)                                                   \
	FIELD(s_address,     TEXT, supplier.s_address)                                                \
	FIELD(s_phone,       TEXT, supplier.s_phone)                                                  \
	FIELD(total_revenue, NULLABLE(DECIMAL(18, 4)), revenue.total_revenue)
CQ_ROW(Q15)

static cq_status question_15(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q15, SQL(
		WITH(revenue,
			SELECT_ROW(Revenue),
			FROM(lineitem),
			WHERE(GE(lineitem.l_shipdate, day(1996, 1, 1)), LT(lineitem.l_shipdate, DATE_ADD(MONTH, day(1996, 1, 1), 3))),
			GROUP_BY(lineitem.l_suppkey)),
		SELECT_ROW(Q15),
		FROM(supplier),
		JOIN(revenue, EQ(supplier.s_suppkey, revenue.supplier_no)),
		WHERE(EQ(revenue.total_revenue, SUBQUERY(SELECT(MAX(revenue.total_revenue)), FROM(revenue)))),
		ORDER_BY(supplier.s_suppkey)))
}

/* ---- 16: parts/supplier relationship */
#define Q16_FIELDS(FIELD)                                                                         \
	FIELD(p_brand,      TEXT, part.p_brand)                                                       \
	FIELD(p_type,       TEXT, part.p_type)                                                        \
	FIELD(p_size,       INTEGER, part.p_size)                                                     \
	FIELD(supplier_cnt, BIGINT, COUNT_DISTINCT(partsupp.ps_suppkey))
CQ_ROW(Q16)

static cq_status question_16(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q16, SQL(
		SELECT_ROW(Q16),
		FROM(partsupp),
		JOIN(part, ALONG(partsupp.ps_partkey)),
		WHERE(NE(part.p_brand, "Brand#45"), NOT(STARTS_WITH(part.p_type, "MEDIUM POLISHED")), IN(part.p_size, 49, 14, 23, 45, 19, 3, 36, 9),
			NOT_IN(partsupp.ps_suppkey, SUBQUERY(
				SELECT(supplier.s_suppkey), FROM(supplier), WHERE(LIKE(supplier.s_comment, "%Customer%Complaints%"))))),
		GROUP_BY(part.p_brand, part.p_type, part.p_size),
		ORDER_BY(DESC(LABEL(supplier_cnt)), part.p_brand, part.p_type, part.p_size)))
}

/* ---- 17: small-quantity-order revenue */
#define Q17_FIELDS(FIELD) FIELD(avg_yearly, NULLABLE(DOUBLE), DIV(SUM(lineitem.l_extendedprice), 7.0))
CQ_ROW(Q17)

static cq_status question_17(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q17, SQL(
		SELECT_ROW(Q17),
		FROM(lineitem),
		JOIN(part, ALONG(lineitem.l_partkey)),
		WHERE(EQ(part.p_brand, "Brand#23"), EQ(part.p_container, "MED BOX"),
			LT(CAST(lineitem.l_quantity, DOUBLE), SUBQUERY(
				SELECT(MUL(0.2, AVG(lineitem.l_quantity))), FROM(lineitem), WHERE(EQ(lineitem.l_partkey, part.p_partkey)))))))
}

/* ---- 18: large volume customer */
#define Q18_FIELDS(FIELD)                                                                         \
	FIELD(c_name,       TEXT, customer.c_name)                                                    \
	FIELD(c_custkey,    INTEGER, customer.c_custkey)                                              \
	FIELD(o_orderkey,   INTEGER, orders.o_orderkey)                                               \
	FIELD(o_orderdate,  DATE, orders.o_orderdate)                                                 \
	FIELD(o_totalprice, DECIMAL(15, 2), orders.o_totalprice)                                      \
	FIELD(quantity,     NULLABLE(DECIMAL(18, 2)), SUM(lineitem.l_quantity))
CQ_ROW(Q18)

static cq_status question_18(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q18, SQL(
		SELECT_ROW(Q18),
		FROM(customer),
		JOIN(orders, ALONG(orders.o_custkey)),
		JOIN(lineitem, ALONG(lineitem.l_orderkey)),
		WHERE(IN(orders.o_orderkey, SUBQUERY(
			SELECT(lineitem.l_orderkey), FROM(lineitem), GROUP_BY(lineitem.l_orderkey), HAVING(GT(SUM(lineitem.l_quantity), 300))))),
		GROUP_BY(customer.c_name, customer.c_custkey, orders.o_orderkey, orders.o_orderdate, orders.o_totalprice),
		ORDER_BY(DESC(orders.o_totalprice), orders.o_orderdate),
		LIMIT(100)))
}

/* ---- 19: discounted revenue */
#define Q19_FIELDS(FIELD) FIELD(revenue, NULLABLE(DECIMAL(18, 4)), SUM(REVENUE))
CQ_ROW(Q19)

#define BY_AIR_IN_PERSON IN(lineitem.l_shipmode, "AIR", "AIR REG"), EQ(lineitem.l_shipinstruct, "DELIVER IN PERSON")

static cq_status question_19(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q19, SQL(
		SELECT_ROW(Q19),
		FROM(lineitem),
		CROSS_JOIN(part),
		WHERE(OR(
			AND(ALONG(lineitem.l_partkey), EQ(part.p_brand, "Brand#12"), IN(part.p_container, "SM CASE", "SM BOX", "SM PACK", "SM PKG"),
				GE(lineitem.l_quantity, 1), LE(lineitem.l_quantity, 11), BETWEEN(part.p_size, 1, 5), BY_AIR_IN_PERSON),
			AND(ALONG(lineitem.l_partkey), EQ(part.p_brand, "Brand#23"), IN(part.p_container, "MED BAG", "MED BOX", "MED PKG", "MED PACK"),
				GE(lineitem.l_quantity, 10), LE(lineitem.l_quantity, 20), BETWEEN(part.p_size, 1, 10), BY_AIR_IN_PERSON),
			AND(ALONG(lineitem.l_partkey), EQ(part.p_brand, "Brand#34"), IN(part.p_container, "LG CASE", "LG BOX", "LG PACK", "LG PKG"),
				GE(lineitem.l_quantity, 20), LE(lineitem.l_quantity, 30), BETWEEN(part.p_size, 1, 15), BY_AIR_IN_PERSON)))))
}

/* ---- 20: potential part promotion */
#define Q20_FIELDS(FIELD)                                                                         \
	FIELD(s_name,    TEXT, supplier.s_name)                                                       \
	FIELD(s_address, TEXT, supplier.s_address)
CQ_ROW(Q20)

static cq_status question_20(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q20, SQL(
		SELECT_ROW(Q20),
		FROM(supplier),
		JOIN(nation, ALONG(supplier.s_nationkey)),
		WHERE(EQ(nation.n_name, "CANADA"), IN(supplier.s_suppkey, SUBQUERY(
			SELECT(partsupp.ps_suppkey),
			FROM(partsupp),
			WHERE(IN(partsupp.ps_partkey, SUBQUERY(SELECT(part.p_partkey), FROM(part), WHERE(STARTS_WITH(part.p_name, "forest")))),
				GT(CAST(partsupp.ps_availqty, DOUBLE), SUBQUERY(
					SELECT(MUL(0.5, SUM(lineitem.l_quantity))),
					FROM(lineitem),
					WHERE(EQ(lineitem.l_partkey, partsupp.ps_partkey), EQ(lineitem.l_suppkey, partsupp.ps_suppkey),
						GE(lineitem.l_shipdate, day(1994, 1, 1)), LT(lineitem.l_shipdate, DATE_ADD(YEAR, day(1994, 1, 1), 1))))))))),
		ORDER_BY(supplier.s_name)))
}

/* ---- 21: suppliers who kept orders waiting */
CQ_ALIAS(lineitem, l1)
CQ_ALIAS(lineitem, l2)
CQ_ALIAS(lineitem, l3)
#define Q21_FIELDS(FIELD)                                                                         \
	FIELD(s_name,  TEXT, supplier.s_name)                                                         \
	FIELD(numwait, BIGINT, COUNT_ROWS())
CQ_ROW(Q21)

static cq_status question_21(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q21, SQL(
		SELECT_ROW(Q21),
		FROM(supplier),
		JOIN(l1, ALONG(l1.l_suppkey)),
		JOIN(orders, ALONG(l1.l_orderkey)),
		JOIN(nation, ALONG(supplier.s_nationkey)),
		WHERE(EQ(orders.o_orderstatus, "F"), GT(l1.l_receiptdate, l1.l_commitdate), EQ(nation.n_name, "SAUDI ARABIA"),
			EXISTS(SELECT(l2.l_orderkey), FROM(l2), WHERE(EQ(l2.l_orderkey, l1.l_orderkey), NE(l2.l_suppkey, l1.l_suppkey))),
			NOT(EXISTS(SELECT(l3.l_orderkey), FROM(l3),
				WHERE(EQ(l3.l_orderkey, l1.l_orderkey), NE(l3.l_suppkey, l1.l_suppkey), GT(l3.l_receiptdate, l3.l_commitdate))))),
		GROUP_BY(supplier.s_name),
		ORDER_BY(DESC(LABEL(numwait)), supplier.s_name),
		LIMIT(100)))
}

/* ---- 22: global sales opportunity */
#define COUNTRY_CODE SUBSTR(customer.c_phone, 1, 2)
#define IS_CHOSEN_COUNTRY IN(COUNTRY_CODE, "13", "31", "23", "29", "30", "18", "17")
#define Sale_FIELDS(FIELD)                                                                        \
	FIELD(cntrycode, TEXT, COUNTRY_CODE)                                                          \
	FIELD(c_acctbal, DECIMAL(15, 2), customer.c_acctbal)
CQ_ROW(Sale)
CQ_DERIVED(Sale, custsale)
#define Q22_FIELDS(FIELD)                                                                         \
	FIELD(cntrycode,  TEXT, custsale.cntrycode)                                                   \
	FIELD(numcust,    BIGINT, COUNT_ROWS())                                                       \
	FIELD(totacctbal, NULLABLE(DECIMAL(18, 2)), SUM(custsale.c_acctbal))
CQ_ROW(Q22)

static cq_status question_22(cq_connection *db, tpch_answer *answer)
{
	ANSWER(Q22, SQL(
		SELECT_ROW(Q22),
		FROM(QUERY(custsale,
			SELECT_ROW(Sale),
			FROM(customer),
			WHERE(IS_CHOSEN_COUNTRY,
				GT(CAST(customer.c_acctbal, DOUBLE), SUBQUERY(
					SELECT(AVG(customer.c_acctbal)), FROM(customer), WHERE(GT(customer.c_acctbal, 0), IS_CHOSEN_COUNTRY))),
				NOT(EXISTS(SELECT(orders.o_orderkey), FROM(orders), WHERE(EQ(orders.o_custkey, customer.c_custkey))))))),
		GROUP_BY(custsale.cntrycode),
		ORDER_BY(custsale.cntrycode)))
}

const tpch_question tpch_questions_from_12[11] = {
	question_12, question_13, question_14, question_15, question_16, question_17, question_18, question_19, question_20, question_21, question_22,
};
