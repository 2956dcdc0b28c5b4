/* tpch/models.h: the eight tables of the TPC-H benchmark (specification 3.0.1, section 1.4): orders, their lines, who bought
 * and who supplied them. Names are the specification's own.
 */
#ifndef TPCH_MODELS_H
#define TPCH_MODELS_H

#include <cquel.h>

#define MONEY DECIMAL(15, 2)

#define region_COLUMNS(COLUMN)                                                       \
	COLUMN(r_regionkey, INTEGER, PRIMARY_KEY)                                        \
	COLUMN(r_name,      CHAR(25))                                                    \
	COLUMN(r_comment,   VARCHAR(152))
CQ_MODEL(Region, region)

#define nation_COLUMNS(COLUMN)                                                       \
	COLUMN(n_nationkey, INTEGER, PRIMARY_KEY)                                        \
	COLUMN(n_name,      CHAR(25))                                                    \
	COLUMN(n_regionkey, INTEGER, REFERENCES(region, r_regionkey))                    \
	COLUMN(n_comment,   VARCHAR(152))
CQ_MODEL(Nation, nation)

#define supplier_COLUMNS(COLUMN)                                                     \
	COLUMN(s_suppkey,   INTEGER, PRIMARY_KEY)                                        \
	COLUMN(s_name,      CHAR(25))                                                    \
	COLUMN(s_address,   VARCHAR(40))                                                 \
	COLUMN(s_nationkey, INTEGER, REFERENCES(nation, n_nationkey))                    \
	COLUMN(s_phone,     CHAR(15))                                                    \
	COLUMN(s_acctbal,   MONEY)                                                       \
	COLUMN(s_comment,   VARCHAR(101))
CQ_MODEL(Supplier, supplier)

#define customer_COLUMNS(COLUMN)                                                     \
	COLUMN(c_custkey,    INTEGER, PRIMARY_KEY)                                       \
	COLUMN(c_name,       VARCHAR(25))                                                \
	COLUMN(c_address,    VARCHAR(40))                                                \
	COLUMN(c_nationkey,  INTEGER, REFERENCES(nation, n_nationkey))                   \
	COLUMN(c_phone,      CHAR(15))                                                   \
	COLUMN(c_acctbal,    MONEY)                                                      \
	COLUMN(c_mktsegment, CHAR(10))                                                   \
	COLUMN(c_comment,    VARCHAR(117))
CQ_MODEL(Customer, customer)

#define part_COLUMNS(COLUMN)                                                         \
	COLUMN(p_partkey,     INTEGER, PRIMARY_KEY)                                      \
	COLUMN(p_name,        VARCHAR(55))                                               \
	COLUMN(p_mfgr,        CHAR(25))                                                  \
	COLUMN(p_brand,       CHAR(10))                                                  \
	COLUMN(p_type,        VARCHAR(25))                                               \
	COLUMN(p_size,        INTEGER)                                                   \
	COLUMN(p_container,   CHAR(10))                                                  \
	COLUMN(p_retailprice, MONEY)                                                     \
	COLUMN(p_comment,     VARCHAR(23))
CQ_MODEL(Part, part)

#define partsupp_COLUMNS(COLUMN)                                                     \
	COLUMN(ps_partkey,    INTEGER, PRIMARY_KEY, REFERENCES(part, p_partkey))         \
	COLUMN(ps_suppkey,    INTEGER, PRIMARY_KEY, REFERENCES(supplier, s_suppkey), INDEXED) \
	COLUMN(ps_availqty,   INTEGER)                                                   \
	COLUMN(ps_supplycost, MONEY)                                                     \
	COLUMN(ps_comment,    VARCHAR(199))
CQ_MODEL(PartSupp, partsupp)

#define orders_COLUMNS(COLUMN)                                                       \
	COLUMN(o_orderkey,      INTEGER, PRIMARY_KEY)                                    \
	COLUMN(o_custkey,       INTEGER, REFERENCES(customer, c_custkey), INDEXED)       \
	COLUMN(o_orderstatus,   CHAR(1))                                                 \
	COLUMN(o_totalprice,    MONEY)                                                   \
	COLUMN(o_orderdate,     DATE)                                                    \
	COLUMN(o_orderpriority, CHAR(15))                                                \
	COLUMN(o_clerk,         CHAR(15))                                                \
	COLUMN(o_shippriority,  INTEGER)                                                 \
	COLUMN(o_comment,       VARCHAR(79))
CQ_MODEL(Order, orders)

#define lineitem_COLUMNS(COLUMN)                                                     \
	COLUMN(l_orderkey,      INTEGER, PRIMARY_KEY, REFERENCES(orders, o_orderkey))    \
	COLUMN(l_partkey,       INTEGER, REFERENCES(part, p_partkey), INDEXED)           \
	COLUMN(l_suppkey,       INTEGER, REFERENCES(supplier, s_suppkey))                \
	COLUMN(l_linenumber,    INTEGER, PRIMARY_KEY)                                    \
	COLUMN(l_quantity,      MONEY)                                                   \
	COLUMN(l_extendedprice, MONEY)                                                   \
	COLUMN(l_discount,      MONEY)                                                   \
	COLUMN(l_tax,           MONEY)                                                   \
	COLUMN(l_returnflag,    CHAR(1))                                                 \
	COLUMN(l_linestatus,    CHAR(1))                                                 \
	COLUMN(l_shipdate,      DATE)                                                    \
	COLUMN(l_commitdate,    DATE)                                                    \
	COLUMN(l_receiptdate,   DATE)                                                    \
	COLUMN(l_shipinstruct,  CHAR(25))                                                \
	COLUMN(l_shipmode,      CHAR(10))                                                \
	COLUMN(l_comment,       VARCHAR(44))
CQ_MODEL(LineItem, lineitem)

/** Makes the eight tables and fills them with some 40,000 rows, always the same. They are not the specification's rows, but each of
 *  its 22 questions has an answer in them. */
cq_status tpch_load(cq_connection *db);

/** The 22 questions as the specification prints them (section 2.4, with its validation parameters), written for SQLite: dates
 *  are texts, EXTRACT is strftime, the view of the fifteenth is a WITH. */
extern const char *const tpch_sql[22];

#endif
