/* cases.h: every case that the second enforcer can see, once as a function and once in the list of them.
 *
 * Written by tests/reject/run.sh --list; not edited by hand. tests/conform/reject_rules_test.c includes it: CASE_AS(name)
 * names the function of a case, CASE_LIST(CASE) says CASE(name, rule, clause) for each.
 */
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_case)
#include "aggregate-and-column/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_cast)
#include "aggregate-and-column/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_coalesce)
#include "aggregate-and-column/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_collect)
#include "aggregate-and-column/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_condition)
#include "aggregate-and-column/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_exists)
#include "aggregate-and-column/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_filter)
#include "aggregate-and-column/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_insert_query)
#include "aggregate-and-column/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_json_agg)
#include "aggregate-and-column/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_json_object)
#include "aggregate-and-column/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_lateral)
#include "aggregate-and-column/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_one_expression)
#include "aggregate-and-column/one_expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_order_by)
#include "aggregate-and-column/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_order_by_aggregate)
#include "aggregate-and-column/order_by_aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_over)
#include "aggregate-and-column/over.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_over_desc)
#include "aggregate-and-column/over_desc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_partition_by)
#include "aggregate-and-column/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_query)
#include "aggregate-and-column/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_select)
#include "aggregate-and-column/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_select_expression)
#include "aggregate-and-column/select_expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_select_object)
#include "aggregate-and-column/select_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_select_row)
#include "aggregate-and-column/select_row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_string_agg)
#include "aggregate-and-column/string_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_subquery)
#include "aggregate-and-column/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_subquery_rows)
#include "aggregate-and-column/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_union_arm)
#include "aggregate-and-column/union_arm.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_and_column_with)
#include "aggregate-and-column/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_any)
#include "aggregate-in-where/any.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_collect)
#include "aggregate-in-where/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_condition)
#include "aggregate-in-where/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_conflict)
#include "aggregate-in-where/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_delete)
#include "aggregate-in-where/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_delete_join)
#include "aggregate-in-where/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_delete_using)
#include "aggregate-in-where/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_distinct_on)
#include "aggregate-in-where/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_either)
#include "aggregate-in-where/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_except)
#include "aggregate-in-where/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_exists)
#include "aggregate-in-where/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_extend)
#include "aggregate-in-where/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_filter)
#include "aggregate-in-where/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_full_join)
#include "aggregate-in-where/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_group_by)
#include "aggregate-in-where/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_in_query)
#include "aggregate-in-where/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_insert_into)
#include "aggregate-in-where/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_insert_query)
#include "aggregate-in-where/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_intersect)
#include "aggregate-in-where/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_is_distinct)
#include "aggregate-in-where/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_join)
#include "aggregate-in-where/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_join_query)
#include "aggregate-in-where/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_lateral)
#include "aggregate-in-where/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_left_join)
#include "aggregate-in-where/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_query)
#include "aggregate-in-where/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_returning)
#include "aggregate-in-where/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_returning_delete)
#include "aggregate-in-where/returning_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_returning_insert)
#include "aggregate-in-where/returning_insert.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_returning_row)
#include "aggregate-in-where/returning_row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_right_join)
#include "aggregate-in-where/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_row)
#include "aggregate-in-where/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_set)
#include "aggregate-in-where/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_set_when)
#include "aggregate-in-where/set_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_subquery)
#include "aggregate-in-where/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_subquery_rows)
#include "aggregate-in-where/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_union)
#include "aggregate-in-where/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_union_all)
#include "aggregate-in-where/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_update)
#include "aggregate-in-where/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_update_from)
#include "aggregate-in-where/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_update_from_set)
#include "aggregate-in-where/update_from_set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_update_join)
#include "aggregate-in-where/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_when)
#include "aggregate-in-where/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_where)
#include "aggregate-in-where/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_where_optional)
#include "aggregate-in-where/where_optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_with)
#include "aggregate-in-where/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_in_where_with_recursive)
#include "aggregate-in-where/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_avg)
#include "aggregate-of-aggregate/avg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_case)
#include "aggregate-of-aggregate/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_cast)
#include "aggregate-of-aggregate/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_coalesce)
#include "aggregate-of-aggregate/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_count)
#include "aggregate-of-aggregate/count.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_exists)
#include "aggregate-of-aggregate/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_filter)
#include "aggregate-of-aggregate/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_having)
#include "aggregate-of-aggregate/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_insert_query)
#include "aggregate-of-aggregate/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_json_agg)
#include "aggregate-of-aggregate/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_json_agg_order)
#include "aggregate-of-aggregate/json_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_json_object)
#include "aggregate-of-aggregate/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_min)
#include "aggregate-of-aggregate/min.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_nested)
#include "aggregate-of-aggregate/nested.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_order_by)
#include "aggregate-of-aggregate/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_query)
#include "aggregate-of-aggregate/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_select)
#include "aggregate-of-aggregate/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_separator)
#include "aggregate-of-aggregate/separator.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_string_agg)
#include "aggregate-of-aggregate/string_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_string_agg_order)
#include "aggregate-of-aggregate/string_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_subquery)
#include "aggregate-of-aggregate/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_union)
#include "aggregate-of-aggregate/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(aggregate_of_aggregate_with)
#include "aggregate-of-aggregate/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(along_many_to_many_where)
#include "along-many-to-many/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(along_many_to_many_within)
#include "along-many-to-many/within.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_boolean)
#include "cast-type/boolean.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_bytes)
#include "cast-type/bytes.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_enum)
#include "cast-type/enum.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_select)
#include "cast-type/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_time)
#include "cast-type/time.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(cast_type_where)
#include "cast-type/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_conflict_update)
#include "clause-misplaced/conflict_update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_delete_from)
#include "clause-misplaced/delete_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_delete_from_from)
#include "clause-misplaced/delete_from_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_delete_group_by)
#include "clause-misplaced/delete_group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_delete_order_by)
#include "clause-misplaced/delete_order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_exists_returning)
#include "clause-misplaced/exists_returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_insert_distinct)
#include "clause-misplaced/insert_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_insert_having)
#include "clause-misplaced/insert_having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_insert_where)
#include "clause-misplaced/insert_where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_options)
#include "clause-misplaced/options.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_select_all_rows)
#include "clause-misplaced/select_all_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_select_returning)
#include "clause-misplaced/select_returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_select_update)
#include "clause-misplaced/select_update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_select_using)
#include "clause-misplaced/select_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_union_limit)
#include "clause-misplaced/union_limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_union_lock)
#include "clause-misplaced/union_lock.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_union_order_by)
#include "clause-misplaced/union_order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_update_join)
#include "clause-misplaced/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_update_limit)
#include "clause-misplaced/update_limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_update_lock)
#include "clause-misplaced/update_lock.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_update_union)
#include "clause-misplaced/update_union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_update_using)
#include "clause-misplaced/update_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_misplaced_with_update)
#include "clause-misplaced/with_update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_missing_exists)
#include "clause-missing/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_missing_select)
#include "clause-missing/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_missing_subquery)
#include "clause-missing/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_missing_where)
#include "clause-missing/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_conflict)
#include "clause-order/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_distinct_after_from)
#include "clause-order/distinct_after_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_exists)
#include "clause-order/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_having_before_group_by)
#include "clause-order/having_before_group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_lock)
#include "clause-order/lock.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_offset_before_limit)
#include "clause-order/offset_before_limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_order_by_before_where)
#include "clause-order/order_by_before_where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_returning_before_where)
#include "clause-order/returning_before_where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_union)
#include "clause-order/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_union_before_where)
#include "clause-order/union_before_where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_using)
#include "clause-order/using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_where_before_delete)
#include "clause-order/where_before_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_where_before_from)
#include "clause-order/where_before_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_order_with)
#include "clause-order/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_conflict)
#include "clause-twice/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_delete)
#include "clause-twice/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_distinct)
#include "clause-twice/distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_distinct_on)
#include "clause-twice/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_from)
#include "clause-twice/from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_group_by)
#include "clause-twice/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_having)
#include "clause-twice/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_limit)
#include "clause-twice/limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_lock)
#include "clause-twice/lock.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_offset)
#include "clause-twice/offset.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_options)
#include "clause-twice/options.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_order_by)
#include "clause-twice/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_returning)
#include "clause-twice/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_select)
#include "clause-twice/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_using)
#include "clause-twice/using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(clause_twice_where)
#include "clause-twice/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_composite_key)
#include "column-missing/composite_key.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_conflict)
#include "column-missing/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_insert_into)
#include "column-missing/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_insert_query)
#include "column-missing/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_reference)
#include "column-missing/reference.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_returning)
#include "column-missing/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_text)
#include "column-missing/text.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_missing_with)
#include "column-missing/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_auto_key)
#include "column-read-only/auto_key.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_conflict)
#include "column-read-only/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_insert_into)
#include "column-read-only/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_insert_query)
#include "column-read-only/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_set_when)
#include "column-read-only/set_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_update_from)
#include "column-read-only/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_update_generated)
#include "column-read-only/update_generated.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_update_key)
#include "column-read-only/update_key.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_read_only_when)
#include "column-read-only/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_set_twice_conflict)
#include "column-set-twice/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_set_twice_insert_into)
#include "column-set-twice/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_set_twice_insert_query)
#include "column-set-twice/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_set_twice_update)
#include "column-set-twice/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_set_twice_update_from)
#include "column-set-twice/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(column_set_twice_when)
#include "column-set-twice/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(conflict_target_nothing)
#include "conflict-target/nothing.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(conflict_target_update)
#include "conflict-target/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(date_unit_date)
#include "date-unit/date.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(date_unit_date_add)
#include "date-unit/date_add.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(date_unit_date_diff)
#include "date-unit/date_diff.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(date_unit_date_trunc)
#include "date-unit/date_trunc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(date_unit_extract)
#include "date-unit/extract.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_shape_lateral)
#include "derived-shape/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_shape_query)
#include "derived-shape/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_shape_query_type)
#include "derived-shape/query_type.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_shape_values_as)
#include "derived-shape/values_as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_shape_with)
#include "derived-shape/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_unknown_from)
#include "derived-unknown/from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_unknown_join)
#include "derived-unknown/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_unknown_subquery)
#include "derived-unknown/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_unknown_using)
#include "derived-unknown/using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(derived_unknown_with)
#include "derived-unknown/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(distinct_on_order_order_by)
#include "distinct-on-order/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_set_conflict)
#include "empty-set/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_all_of)
#include "empty-values/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_and)
#include "empty-values/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_any_of)
#include "empty-values/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_as)
#include "empty-values/as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_case)
#include "empty-values/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_case_value)
#include "empty-values/case_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_cast)
#include "empty-values/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_coalesce)
#include "empty-values/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_collect)
#include "empty-values/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_condition)
#include "empty-values/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_conflict)
#include "empty-values/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_count)
#include "empty-values/count.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_delete)
#include "empty-values/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_delete_join)
#include "empty-values/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_delete_using)
#include "empty-values/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_distinct_on)
#include "empty-values/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_either)
#include "empty-values/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_else)
#include "empty-values/else.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_except)
#include "empty-values/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_exists)
#include "empty-values/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_extend)
#include "empty-values/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_field)
#include "empty-values/field.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_filter)
#include "empty-values/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_full_join)
#include "empty-values/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_func)
#include "empty-values/func.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_group_by)
#include "empty-values/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_having)
#include "empty-values/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_in)
#include "empty-values/in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_in_query)
#include "empty-values/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_insert_query)
#include "empty-values/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_insert_query_set)
#include "empty-values/insert_query_set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_intersect)
#include "empty-values/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_is_distinct)
#include "empty-values/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_join)
#include "empty-values/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_join_query)
#include "empty-values/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_json_agg)
#include "empty-values/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_json_array)
#include "empty-values/json_array.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_json_object)
#include "empty-values/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_lateral)
#include "empty-values/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_left_join)
#include "empty-values/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_not)
#include "empty-values/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_not_in)
#include "empty-values/not_in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_nullif)
#include "empty-values/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_nulls_last)
#include "empty-values/nulls_last.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_or)
#include "empty-values/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_order_by)
#include "empty-values/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_order_by_desc)
#include "empty-values/order_by_desc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_over_filter)
#include "empty-values/over_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_over_lag)
#include "empty-values/over_lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_over_order)
#include "empty-values/over_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_partition_by)
#include "empty-values/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_query)
#include "empty-values/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_raw)
#include "empty-values/raw.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_returning)
#include "empty-values/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_returning_delete)
#include "empty-values/returning_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_returning_insert)
#include "empty-values/returning_insert.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_right_join)
#include "empty-values/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_row)
#include "empty-values/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_select)
#include "empty-values/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_select_distinct)
#include "empty-values/select_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_set)
#include "empty-values/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_set_when)
#include "empty-values/set_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_string_agg_order)
#include "empty-values/string_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_subquery)
#include "empty-values/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_subquery_rows)
#include "empty-values/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_union)
#include "empty-values/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_union_all)
#include "empty-values/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_update)
#include "empty-values/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_update_from)
#include "empty-values/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_update_join)
#include "empty-values/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_when)
#include "empty-values/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_where)
#include "empty-values/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_with)
#include "empty-values/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(empty_values_with_recursive)
#include "empty-values/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(excluded_misplaced_update)
#include "excluded-misplaced/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(excluded_misplaced_where)
#include "excluded-misplaced/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_count_all)
#include "field-count/all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_count_one)
#include "field-count/one.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_count_returning)
#include "field-count/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_count_submit)
#include "field-count/submit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_all)
#include "field-null-outer/all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_full)
#include "field-null-outer/full.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_one)
#include "field-null-outer/one.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_optional)
#include "field-null-outer/optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_right)
#include "field-null-outer/right.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_outer_stream)
#include "field-null-outer/stream.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_aggregate)
#include "field-null/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_all)
#include "field-null/all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_arithmetic)
#include "field-null/arithmetic.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_case)
#include "field-null/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_cast)
#include "field-null/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_coalesce)
#include "field-null/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_concat)
#include "field-null/concat.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_date)
#include "field-null/date.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_filter)
#include "field-null/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_first_value)
#include "field-null/first_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_json_text)
#include "field-null/json_text.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_lag)
#include "field-null/lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_nullif_value)
#include "field-null/nullif_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_one)
#include "field-null/one.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_query)
#include "field-null/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_query_outer)
#include "field-null/query_outer.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_returning)
#include "field-null/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_stream)
#include "field-null/stream.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_subquery)
#include "field-null/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_null_window_sum)
#include "field-null/window_sum.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_aggregate)
#include "field-type/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_all)
#include "field-type/all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_boolean)
#include "field-type/boolean.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_case)
#include "field-type/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_cast)
#include "field-type/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_coalesce)
#include "field-type/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_collect)
#include "field-type/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_date)
#include "field-type/date.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_enum)
#include "field-type/enum.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_function)
#include "field-type/function.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_json)
#include "field-type/json.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_narrow)
#include "field-type/narrow.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_object)
#include "field-type/object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_one)
#include "field-type/one.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_over)
#include "field-type/over.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_real)
#include "field-type/real.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_returning)
#include "field-type/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_stream)
#include "field-type/stream.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(field_type_subquery)
#include "field-type/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(filter_not_aggregate_expression)
#include "filter-not-aggregate/expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(filter_not_aggregate_having)
#include "filter-not-aggregate/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(filter_not_aggregate_select)
#include "filter-not-aggregate/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(frame_bounds_groups)
#include "frame-bounds/groups.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(frame_bounds_range)
#include "frame-bounds/range.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(frame_bounds_rows)
#include "frame-bounds/rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_aggregate)
#include "having-without-group/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_collect)
#include "having-without-group/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_exists)
#include "having-without-group/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_in_query)
#include "having-without-group/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_insert_query)
#include "having-without-group/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_lateral)
#include "having-without-group/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_query)
#include "having-without-group/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_select)
#include "having-without-group/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_subquery)
#include "having-without-group/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_union)
#include "having-without-group/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(having_without_group_with)
#include "having-without-group/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(json_key_get)
#include "json-key/get.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(json_key_object)
#include "json-key/object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(json_key_text)
#include "json-key/text.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(json_pairs_order_by)
#include "json-pairs/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(json_pairs_select)
#include "json-pairs/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(label_unknown_group_by)
#include "label-unknown/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(label_unknown_order_by)
#include "label-unknown/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(label_unknown_union)
#include "label-unknown/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_all_of)
#include "like-not-text/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_and)
#include "like-not-text/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_any_of)
#include "like-not-text/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_as)
#include "like-not-text/as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_case)
#include "like-not-text/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_case_value)
#include "like-not-text/case_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_cast)
#include "like-not-text/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_coalesce)
#include "like-not-text/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_collect)
#include "like-not-text/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_condition)
#include "like-not-text/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_conflict)
#include "like-not-text/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_contains)
#include "like-not-text/contains.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_count)
#include "like-not-text/count.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_delete)
#include "like-not-text/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_delete_join)
#include "like-not-text/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_delete_using)
#include "like-not-text/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_distinct_on)
#include "like-not-text/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_either)
#include "like-not-text/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_else)
#include "like-not-text/else.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_ends_with)
#include "like-not-text/ends_with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_except)
#include "like-not-text/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_exists)
#include "like-not-text/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_extend)
#include "like-not-text/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_field)
#include "like-not-text/field.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_filter)
#include "like-not-text/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_full_join)
#include "like-not-text/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_func)
#include "like-not-text/func.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_group_by)
#include "like-not-text/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_having)
#include "like-not-text/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_ilike)
#include "like-not-text/ilike.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_in_query)
#include "like-not-text/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_insert_query)
#include "like-not-text/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_insert_query_set)
#include "like-not-text/insert_query_set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_intersect)
#include "like-not-text/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_is_distinct)
#include "like-not-text/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_join)
#include "like-not-text/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_join_query)
#include "like-not-text/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_json_agg)
#include "like-not-text/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_json_array)
#include "like-not-text/json_array.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_json_object)
#include "like-not-text/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_lateral)
#include "like-not-text/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_left_join)
#include "like-not-text/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_not)
#include "like-not-text/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_nullif)
#include "like-not-text/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_nulls_last)
#include "like-not-text/nulls_last.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_or)
#include "like-not-text/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_order_by)
#include "like-not-text/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_order_by_desc)
#include "like-not-text/order_by_desc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_over_filter)
#include "like-not-text/over_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_over_lag)
#include "like-not-text/over_lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_over_order)
#include "like-not-text/over_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_partition_by)
#include "like-not-text/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_query)
#include "like-not-text/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_raw)
#include "like-not-text/raw.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_returning)
#include "like-not-text/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_returning_delete)
#include "like-not-text/returning_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_returning_insert)
#include "like-not-text/returning_insert.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_right_join)
#include "like-not-text/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_row)
#include "like-not-text/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_select)
#include "like-not-text/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_select_distinct)
#include "like-not-text/select_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_set)
#include "like-not-text/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_set_when)
#include "like-not-text/set_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_starts_with)
#include "like-not-text/starts_with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_string_agg_order)
#include "like-not-text/string_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_subquery)
#include "like-not-text/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_subquery_rows)
#include "like-not-text/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_union)
#include "like-not-text/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_union_all)
#include "like-not-text/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_update)
#include "like-not-text/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_update_from)
#include "like-not-text/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_update_join)
#include "like-not-text/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_when)
#include "like-not-text/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_where)
#include "like-not-text/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_with)
#include "like-not-text/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(like_not_text_with_recursive)
#include "like-not-text/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_aggregate)
#include "limit-not-integer/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_exists)
#include "limit-not-integer/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_insert_query)
#include "limit-not-integer/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_limit)
#include "limit-not-integer/limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_limit_column)
#include "limit-not-integer/limit_column.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_limit_real)
#include "limit-not-integer/limit_real.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_offset)
#include "limit-not-integer/offset.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_optional)
#include "limit-not-integer/optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_subquery)
#include "limit-not-integer/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(limit_not_integer_with)
#include "limit-not-integer/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(load_clause_joined)
#include "load-clause/joined.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(load_clause_limit)
#include "load-clause/limit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(load_clause_order)
#include "load-clause/order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_aggregate)
#include "lock-misplaced/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_distinct)
#include "lock-misplaced/distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_distinct_on)
#include "lock-misplaced/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_except)
#include "lock-misplaced/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_group_by)
#include "lock-misplaced/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_having)
#include "lock-misplaced/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_intersect)
#include "lock-misplaced/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_query)
#include "lock-misplaced/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_share)
#include "lock-misplaced/share.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_subquery)
#include "lock-misplaced/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_union)
#include "lock-misplaced/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(lock_misplaced_union_all)
#include "lock-misplaced/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_bytes)
#include "min-max-type/bytes.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_filter)
#include "min-max-type/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_having)
#include "min-max-type/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_json)
#include "min-max-type/json.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_order_by)
#include "min-max-type/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_over)
#include "min-max-type/over.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_select)
#include "min-max-type/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_subquery)
#include "min-max-type/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(min_max_type_union)
#include "min-max-type/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_delete)
#include "no-where/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_delete_returning)
#include "no-where/delete_returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_delete_using)
#include "no-where/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_update)
#include "no-where/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_update_from)
#include "no-where/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_update_join)
#include "no-where/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_update_returning)
#include "no-where/update_returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_with_delete)
#include "no-where/with_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(no_where_with_update)
#include "no-where/with_update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_branch_else_first)
#include "not-a-branch/else_first.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_branch_else_twice)
#include "not-a-branch/else_twice.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_branch_optional)
#include "not-a-branch/optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_branch_select)
#include "not-a-branch/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_branch_where)
#include "not-a-branch/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_clause_condition)
#include "not-a-clause/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_clause_exists)
#include "not-a-clause/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_clause_ordering)
#include "not-a-clause/ordering.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_all_of)
#include "not-a-condition/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_and)
#include "not-a-condition/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_any_of)
#include "not-a-condition/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_case)
#include "not-a-condition/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_collect)
#include "not-a-condition/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_delete)
#include "not-a-condition/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_delete_join)
#include "not-a-condition/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_delete_using)
#include "not-a-condition/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_except)
#include "not-a-condition/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_exists)
#include "not-a-condition/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_extend)
#include "not-a-condition/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_filter)
#include "not-a-condition/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_full_join)
#include "not-a-condition/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_having)
#include "not-a-condition/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_in_query)
#include "not-a-condition/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_insert_query)
#include "not-a-condition/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_intersect)
#include "not-a-condition/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_join)
#include "not-a-condition/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_join_query)
#include "not-a-condition/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_lateral)
#include "not-a-condition/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_left_join)
#include "not-a-condition/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_not)
#include "not-a-condition/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_or)
#include "not-a-condition/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_over_filter)
#include "not-a-condition/over_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_query)
#include "not-a-condition/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_right_join)
#include "not-a-condition/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_subquery)
#include "not-a-condition/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_subquery_rows)
#include "not-a-condition/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_union)
#include "not-a-condition/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_union_all)
#include "not-a-condition/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_update)
#include "not-a-condition/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_update_from)
#include "not-a-condition/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_update_join)
#include "not-a-condition/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_when)
#include "not-a-condition/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_where)
#include "not-a-condition/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_where_object)
#include "not-a-condition/where_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_where_ordering)
#include "not-a-condition/where_ordering.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_with)
#include "not-a-condition/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_condition_with_recursive)
#include "not-a-condition/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_date_add)
#include "not-a-date/date_add.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_date_diff)
#include "not-a-date/date_diff.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_date_trunc)
#include "not-a-date/date_trunc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_extract)
#include "not-a-date/extract.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_interval)
#include "not-a-date/interval.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_date_set)
#include "not-a-date/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_reference_join)
#include "not-a-reference/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_a_reference_where_alias)
#include "not-a-reference/where_alias.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_assignment_insert_both)
#include "not-an-assignment/insert_both.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_assignment_insert_into)
#include "not-an-assignment/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_assignment_update)
#include "not-an-assignment/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_assignment_update_values)
#include "not-an-assignment/update_values.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_distinct)
#include "not-an-expression/distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_group_by_object)
#include "not-an-expression/group_by_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_group_by_ordering)
#include "not-an-expression/group_by_ordering.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_nulls_first)
#include "not-an-expression/nulls_first.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_partition_by)
#include "not-an-expression/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_row)
#include "not-an-expression/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_row_member)
#include "not-an-expression/row_member.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_select_ordering)
#include "not-an-expression/select_ordering.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_expression_string_agg)
#include "not-an-expression/string_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_an_option_condition)
#include "not-an-option/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_as)
#include "not-grouped/as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_case)
#include "not-grouped/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_cast)
#include "not-grouped/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_coalesce)
#include "not-grouped/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_condition)
#include "not-grouped/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_exists)
#include "not-grouped/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_extract)
#include "not-grouped/extract.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_having)
#include "not-grouped/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_in_query)
#include "not-grouped/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_joined)
#include "not-grouped/joined.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_json_object)
#include "not-grouped/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_lag)
#include "not-grouped/lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_lateral)
#include "not-grouped/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_nullif)
#include "not-grouped/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_order_by)
#include "not-grouped/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_over_order)
#include "not-grouped/over_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_partition_by)
#include "not-grouped/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_query)
#include "not-grouped/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_round)
#include "not-grouped/round.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_select)
#include "not-grouped/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_select_all)
#include "not-grouped/select_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_select_expression)
#include "not-grouped/select_expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_select_object)
#include "not-grouped/select_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_select_row)
#include "not-grouped/select_row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_subquery)
#include "not-grouped/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_subquery_rows)
#include "not-grouped/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_union)
#include "not-grouped/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_grouped_with)
#include "not-grouped/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_json_get)
#include "not-json/get.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_json_length)
#include "not-json/length.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_json_text)
#include "not-json/text.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_abs)
#include "not-numeric/abs.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_add)
#include "not-numeric/add.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_all_of)
#include "not-numeric/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_and)
#include "not-numeric/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_any_of)
#include "not-numeric/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_as)
#include "not-numeric/as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_avg)
#include "not-numeric/avg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_case)
#include "not-numeric/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_case_value)
#include "not-numeric/case_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_cast)
#include "not-numeric/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_ceil)
#include "not-numeric/ceil.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_coalesce)
#include "not-numeric/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_collect)
#include "not-numeric/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_condition)
#include "not-numeric/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_conflict)
#include "not-numeric/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_count)
#include "not-numeric/count.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_date_add)
#include "not-numeric/date_add.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_delete)
#include "not-numeric/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_delete_join)
#include "not-numeric/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_delete_using)
#include "not-numeric/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_distinct_on)
#include "not-numeric/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_either)
#include "not-numeric/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_else)
#include "not-numeric/else.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_except)
#include "not-numeric/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_exists)
#include "not-numeric/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_extend)
#include "not-numeric/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_field)
#include "not-numeric/field.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_filter)
#include "not-numeric/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_floor)
#include "not-numeric/floor.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_frame)
#include "not-numeric/frame.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_full_join)
#include "not-numeric/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_func)
#include "not-numeric/func.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_group_by)
#include "not-numeric/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_having)
#include "not-numeric/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_in_query)
#include "not-numeric/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_insert_query)
#include "not-numeric/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_insert_query_set)
#include "not-numeric/insert_query_set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_intersect)
#include "not-numeric/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_is_distinct)
#include "not-numeric/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_join)
#include "not-numeric/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_join_query)
#include "not-numeric/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_json_agg)
#include "not-numeric/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_json_array)
#include "not-numeric/json_array.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_json_object)
#include "not-numeric/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_lag)
#include "not-numeric/lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_lateral)
#include "not-numeric/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_left_join)
#include "not-numeric/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_not)
#include "not-numeric/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_nth_value)
#include "not-numeric/nth_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_ntile)
#include "not-numeric/ntile.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_nullif)
#include "not-numeric/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_nulls_last)
#include "not-numeric/nulls_last.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_or)
#include "not-numeric/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_order_by)
#include "not-numeric/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_order_by_desc)
#include "not-numeric/order_by_desc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_over_filter)
#include "not-numeric/over_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_over_lag)
#include "not-numeric/over_lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_over_order)
#include "not-numeric/over_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_partition_by)
#include "not-numeric/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_power)
#include "not-numeric/power.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_query)
#include "not-numeric/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_raw)
#include "not-numeric/raw.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_returning)
#include "not-numeric/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_returning_delete)
#include "not-numeric/returning_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_returning_insert)
#include "not-numeric/returning_insert.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_right_join)
#include "not-numeric/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_round)
#include "not-numeric/round.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_round_what)
#include "not-numeric/round_what.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_row)
#include "not-numeric/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_select)
#include "not-numeric/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_select_distinct)
#include "not-numeric/select_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_set)
#include "not-numeric/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_set_when)
#include "not-numeric/set_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_string_agg_order)
#include "not-numeric/string_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_subquery)
#include "not-numeric/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_subquery_rows)
#include "not-numeric/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_substr)
#include "not-numeric/substr.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_sum)
#include "not-numeric/sum.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_sum_filter)
#include "not-numeric/sum_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_sum_having)
#include "not-numeric/sum_having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_sum_order_by)
#include "not-numeric/sum_order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_sum_over)
#include "not-numeric/sum_over.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_sum_subquery)
#include "not-numeric/sum_subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_sum_union)
#include "not-numeric/sum_union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_sum_with)
#include "not-numeric/sum_with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_union)
#include "not-numeric/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_union_all)
#include "not-numeric/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_update)
#include "not-numeric/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_update_from)
#include "not-numeric/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_update_join)
#include "not-numeric/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_when)
#include "not-numeric/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_where)
#include "not-numeric/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_with)
#include "not-numeric/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_numeric_with_recursive)
#include "not-numeric/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_all_of)
#include "not-text/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_and)
#include "not-text/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_any_of)
#include "not-text/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_as)
#include "not-text/as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_case)
#include "not-text/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_case_value)
#include "not-text/case_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_cast)
#include "not-text/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_coalesce)
#include "not-text/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_collect)
#include "not-text/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_concat)
#include "not-text/concat.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_condition)
#include "not-text/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_conflict)
#include "not-text/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_count)
#include "not-text/count.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_delete)
#include "not-text/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_delete_join)
#include "not-text/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_delete_using)
#include "not-text/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_distinct_on)
#include "not-text/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_either)
#include "not-text/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_else)
#include "not-text/else.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_except)
#include "not-text/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_exists)
#include "not-text/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_extend)
#include "not-text/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_field)
#include "not-text/field.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_filter)
#include "not-text/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_full_join)
#include "not-text/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_func)
#include "not-text/func.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_group_by)
#include "not-text/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_having)
#include "not-text/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_in_query)
#include "not-text/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_insert_query)
#include "not-text/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_insert_query_set)
#include "not-text/insert_query_set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_intersect)
#include "not-text/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_is_distinct)
#include "not-text/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_join)
#include "not-text/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_join_query)
#include "not-text/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_json_agg)
#include "not-text/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_json_array)
#include "not-text/json_array.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_json_object)
#include "not-text/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_lateral)
#include "not-text/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_left_join)
#include "not-text/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_length)
#include "not-text/length.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_lower)
#include "not-text/lower.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_not)
#include "not-text/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_nullif)
#include "not-text/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_nulls_last)
#include "not-text/nulls_last.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_or)
#include "not-text/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_order_by)
#include "not-text/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_order_by_desc)
#include "not-text/order_by_desc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_over_filter)
#include "not-text/over_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_over_lag)
#include "not-text/over_lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_over_order)
#include "not-text/over_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_partition_by)
#include "not-text/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_position)
#include "not-text/position.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_query)
#include "not-text/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_raw)
#include "not-text/raw.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_replace)
#include "not-text/replace.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_returning)
#include "not-text/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_returning_delete)
#include "not-text/returning_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_returning_insert)
#include "not-text/returning_insert.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_right_join)
#include "not-text/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_row)
#include "not-text/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_select)
#include "not-text/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_select_distinct)
#include "not-text/select_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_set)
#include "not-text/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_set_when)
#include "not-text/set_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_string_agg)
#include "not-text/string_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_string_agg_order)
#include "not-text/string_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_subquery)
#include "not-text/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_subquery_rows)
#include "not-text/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_substr)
#include "not-text/substr.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_trim)
#include "not-text/trim.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_union)
#include "not-text/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_union_all)
#include "not-text/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_update)
#include "not-text/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_update_from)
#include "not-text/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_update_join)
#include "not-text/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_upper)
#include "not-text/upper.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_when)
#include "not-text/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_where)
#include "not-text/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_with)
#include "not-text/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(not_text_with_recursive)
#include "not-text/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_all_of)
#include "null-compared/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_and)
#include "null-compared/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_any_of)
#include "null-compared/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_as)
#include "null-compared/as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_between)
#include "null-compared/between.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_case)
#include "null-compared/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_case_value)
#include "null-compared/case_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_cast)
#include "null-compared/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_coalesce)
#include "null-compared/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_collect)
#include "null-compared/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_condition)
#include "null-compared/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_conflict)
#include "null-compared/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_count)
#include "null-compared/count.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_delete)
#include "null-compared/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_delete_join)
#include "null-compared/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_delete_using)
#include "null-compared/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_distinct_on)
#include "null-compared/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_either)
#include "null-compared/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_else)
#include "null-compared/else.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_except)
#include "null-compared/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_exists)
#include "null-compared/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_extend)
#include "null-compared/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_field)
#include "null-compared/field.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_filter)
#include "null-compared/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_full_join)
#include "null-compared/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_func)
#include "null-compared/func.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_group_by)
#include "null-compared/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_having)
#include "null-compared/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_in)
#include "null-compared/in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_in_query)
#include "null-compared/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_insert_query)
#include "null-compared/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_insert_query_set)
#include "null-compared/insert_query_set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_intersect)
#include "null-compared/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_is_distinct)
#include "null-compared/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_join)
#include "null-compared/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_join_query)
#include "null-compared/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_json_agg)
#include "null-compared/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_json_array)
#include "null-compared/json_array.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_json_object)
#include "null-compared/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_lateral)
#include "null-compared/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_left_join)
#include "null-compared/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_not)
#include "null-compared/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_nullif)
#include "null-compared/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_nulls_last)
#include "null-compared/nulls_last.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_or)
#include "null-compared/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_order_by)
#include "null-compared/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_order_by_desc)
#include "null-compared/order_by_desc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_over_filter)
#include "null-compared/over_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_over_lag)
#include "null-compared/over_lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_over_order)
#include "null-compared/over_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_partition_by)
#include "null-compared/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_query)
#include "null-compared/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_raw)
#include "null-compared/raw.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_returning)
#include "null-compared/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_returning_delete)
#include "null-compared/returning_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_returning_insert)
#include "null-compared/returning_insert.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_right_join)
#include "null-compared/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_row)
#include "null-compared/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_select)
#include "null-compared/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_select_distinct)
#include "null-compared/select_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_set)
#include "null-compared/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_set_when)
#include "null-compared/set_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_string_agg_order)
#include "null-compared/string_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_subquery)
#include "null-compared/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_subquery_rows)
#include "null-compared/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_union)
#include "null-compared/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_union_all)
#include "null-compared/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_update)
#include "null-compared/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_update_from)
#include "null-compared/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_update_join)
#include "null-compared/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_when)
#include "null-compared/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_where)
#include "null-compared/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_where_null_of)
#include "null-compared/where_null_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_with)
#include "null-compared/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_compared_with_recursive)
#include "null-compared/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_aggregate)
#include "null-into-not-null/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_case)
#include "null-into-not-null/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_cast)
#include "null-into-not-null/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_coalesce)
#include "null-into-not-null/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_column)
#include "null-into-not-null/column.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_conflict)
#include "null-into-not-null/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_either)
#include "null-into-not-null/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_excluded)
#include "null-into-not-null/excluded.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_expression)
#include "null-into-not-null/expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_func)
#include "null-into-not-null/func.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_insert_into)
#include "null-into-not-null/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_insert_query)
#include "null-into-not-null/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_json_length)
#include "null-into-not-null/json_length.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_null)
#include "null-into-not-null/null.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_null_of)
#include "null-into-not-null/null_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_nullif)
#include "null-into-not-null/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_optional)
#include "null-into-not-null/optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_raw)
#include "null-into-not-null/raw.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_subquery)
#include "null-into-not-null/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_update)
#include "null-into-not-null/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_update_from)
#include "null-into-not-null/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(null_into_not_null_when)
#include "null-into-not-null/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(options_table_columns)
#include "options-table/columns.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(options_table_select_all)
#include "options-table/select_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_clause)
#include "over-not-a-function/clause.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_expression)
#include "over-not-a-function/expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_order)
#include "over-not-a-function/order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_part)
#include "over-not-a-function/part.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_select)
#include "over-not-a-function/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(over_not_a_function_twice)
#include "over-not-a-function/twice.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(raw_parameters_select)
#include "raw-parameters/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(recursive_shape_with)
#include "recursive-shape/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(relation_alias_along)
#include "relation-alias/along.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(relation_alias_any_as)
#include "relation-alias/any_as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(relation_alias_count_of_as)
#include "relation-alias/count_of_as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(relation_path_joined)
#include "relation-path/joined.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(relation_path_selectin)
#include "relation-path/selectin.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(row_shape_having)
#include "row-shape/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(row_shape_in)
#include "row-shape/in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(row_shape_in_query)
#include "row-shape/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(row_shape_where)
#include "row-shape/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_columns_scalar)
#include "scalar-columns/scalar.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_columns_scalar_one)
#include "scalar-columns/scalar_one.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_columns_scalars)
#include "scalar-columns/scalars.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_narrow)
#include "scalar-type/narrow.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_object)
#include "scalar-type/object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_one_or_none)
#include "scalar-type/one_or_none.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_returning)
#include "scalar-type/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_scalars)
#include "scalar-type/scalars.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_submit)
#include "scalar-type/submit.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(scalar_type_text)
#include "scalar-type/text.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_all_of)
#include "subquery-columns/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_and)
#include "subquery-columns/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_any_of)
#include "subquery-columns/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_as)
#include "subquery-columns/as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_between)
#include "subquery-columns/between.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_case)
#include "subquery-columns/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_case_value)
#include "subquery-columns/case_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_case_when)
#include "subquery-columns/case_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_cast)
#include "subquery-columns/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_coalesce)
#include "subquery-columns/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_coalesce_item)
#include "subquery-columns/coalesce_item.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_collect)
#include "subquery-columns/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_condition)
#include "subquery-columns/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_conflict_set)
#include "subquery-columns/conflict_set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_count)
#include "subquery-columns/count.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_delete)
#include "subquery-columns/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_delete_join)
#include "subquery-columns/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_delete_using)
#include "subquery-columns/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_distinct_on)
#include "subquery-columns/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_either)
#include "subquery-columns/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_else)
#include "subquery-columns/else.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_except)
#include "subquery-columns/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_exists)
#include "subquery-columns/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_extend)
#include "subquery-columns/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_filter)
#include "subquery-columns/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_full_join)
#include "subquery-columns/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_func)
#include "subquery-columns/func.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_group_by)
#include "subquery-columns/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_having)
#include "subquery-columns/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_in)
#include "subquery-columns/in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_in_query)
#include "subquery-columns/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_insert_into)
#include "subquery-columns/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_insert_query)
#include "subquery-columns/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_intersect)
#include "subquery-columns/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_is_distinct)
#include "subquery-columns/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_join)
#include "subquery-columns/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_join_query)
#include "subquery-columns/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_json_agg)
#include "subquery-columns/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_json_array)
#include "subquery-columns/json_array.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_json_object)
#include "subquery-columns/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_lateral)
#include "subquery-columns/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_left_join)
#include "subquery-columns/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_not)
#include "subquery-columns/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_not_in)
#include "subquery-columns/not_in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_nullif)
#include "subquery-columns/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_nulls_last)
#include "subquery-columns/nulls_last.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_or)
#include "subquery-columns/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_order_by)
#include "subquery-columns/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_order_by_desc)
#include "subquery-columns/order_by_desc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_over_filter)
#include "subquery-columns/over_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_over_lag)
#include "subquery-columns/over_lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_over_order)
#include "subquery-columns/over_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_partition_by)
#include "subquery-columns/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_query)
#include "subquery-columns/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_raw)
#include "subquery-columns/raw.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_returning)
#include "subquery-columns/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_returning_delete)
#include "subquery-columns/returning_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_returning_insert)
#include "subquery-columns/returning_insert.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_right_join)
#include "subquery-columns/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_row)
#include "subquery-columns/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_row_member)
#include "subquery-columns/row_member.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_select)
#include "subquery-columns/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_select_distinct)
#include "subquery-columns/select_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_select_row)
#include "subquery-columns/select_row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_set)
#include "subquery-columns/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_string_agg_order)
#include "subquery-columns/string_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_subquery)
#include "subquery-columns/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_subquery_rows)
#include "subquery-columns/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_union)
#include "subquery-columns/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_union_all)
#include "subquery-columns/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_update)
#include "subquery-columns/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_update_from)
#include "subquery-columns/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_update_join)
#include "subquery-columns/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_values_as)
#include "subquery-columns/values_as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_when)
#include "subquery-columns/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_where)
#include "subquery-columns/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_with)
#include "subquery-columns/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(subquery_columns_with_recursive)
#include "subquery-columns/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_all_of)
#include "table-not-in-from/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_along)
#include "table-not-in-from/along.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_along_relation)
#include "table-not-in-from/along_relation.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_and)
#include "table-not-in-from/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_any)
#include "table-not-in-from/any.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_any_of)
#include "table-not-in-from/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_any_own)
#include "table-not-in-from/any_own.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_as)
#include "table-not-in-from/as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_case)
#include "table-not-in-from/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_case_value)
#include "table-not-in-from/case_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_cast)
#include "table-not-in-from/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_coalesce)
#include "table-not-in-from/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_collect)
#include "table-not-in-from/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_condition)
#include "table-not-in-from/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_conflict)
#include "table-not-in-from/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_conflict_value)
#include "table-not-in-from/conflict_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_count)
#include "table-not-in-from/count.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_cross_join_lateral)
#include "table-not-in-from/cross_join_lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_delete)
#include "table-not-in-from/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_delete_join)
#include "table-not-in-from/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_delete_using)
#include "table-not-in-from/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_distinct_on)
#include "table-not-in-from/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_either)
#include "table-not-in-from/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_else)
#include "table-not-in-from/else.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_except)
#include "table-not-in-from/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_exists)
#include "table-not-in-from/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_exists_in_exists)
#include "table-not-in-from/exists_in_exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_extend)
#include "table-not-in-from/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_filter)
#include "table-not-in-from/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_full_join)
#include "table-not-in-from/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_func)
#include "table-not-in-from/func.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_group_by)
#include "table-not-in-from/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_having)
#include "table-not-in-from/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_having_aggregate)
#include "table-not-in-from/having_aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_in_query)
#include "table-not-in-from/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_insert_into)
#include "table-not-in-from/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_insert_query)
#include "table-not-in-from/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_insert_query_join)
#include "table-not-in-from/insert_query_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_insert_query_set)
#include "table-not-in-from/insert_query_set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_intersect)
#include "table-not-in-from/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_is_distinct)
#include "table-not-in-from/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_join)
#include "table-not-in-from/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_join_later)
#include "table-not-in-from/join_later.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_join_query)
#include "table-not-in-from/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_json_agg)
#include "table-not-in-from/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_json_array)
#include "table-not-in-from/json_array.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_json_object)
#include "table-not-in-from/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_lateral)
#include "table-not-in-from/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_left_join)
#include "table-not-in-from/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_lock)
#include "table-not-in-from/lock.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_not)
#include "table-not-in-from/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_nullif)
#include "table-not-in-from/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_nulls_last)
#include "table-not-in-from/nulls_last.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_optional_clause)
#include "table-not-in-from/optional_clause.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_or)
#include "table-not-in-from/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_order_by)
#include "table-not-in-from/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_order_by_aggregate)
#include "table-not-in-from/order_by_aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_order_by_desc)
#include "table-not-in-from/order_by_desc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_order_by_optional)
#include "table-not-in-from/order_by_optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_order_by_subquery)
#include "table-not-in-from/order_by_subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_order_by_window)
#include "table-not-in-from/order_by_window.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_over_filter)
#include "table-not-in-from/over_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_over_lag)
#include "table-not-in-from/over_lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_over_order)
#include "table-not-in-from/over_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_partition_by)
#include "table-not-in-from/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_query)
#include "table-not-in-from/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_query_column)
#include "table-not-in-from/query_column.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_raw)
#include "table-not-in-from/raw.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_returning)
#include "table-not-in-from/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_returning_all)
#include "table-not-in-from/returning_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_returning_delete)
#include "table-not-in-from/returning_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_returning_from)
#include "table-not-in-from/returning_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_returning_from_table)
#include "table-not-in-from/returning_from_table.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_returning_insert)
#include "table-not-in-from/returning_insert.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_returning_using)
#include "table-not-in-from/returning_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_right_join)
#include "table-not-in-from/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_row)
#include "table-not-in-from/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select)
#include "table-not-in-from/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select_aggregate)
#include "table-not-in-from/select_aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select_alias)
#include "table-not-in-from/select_alias.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select_all)
#include "table-not-in-from/select_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select_distinct)
#include "table-not-in-from/select_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_select_row)
#include "table-not-in-from/select_row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_selectin)
#include "table-not-in-from/selectin.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_set)
#include "table-not-in-from/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_set_when)
#include "table-not-in-from/set_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_string_agg_order)
#include "table-not-in-from/string_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_subquery)
#include "table-not-in-from/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_subquery_rows)
#include "table-not-in-from/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_union)
#include "table-not-in-from/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_union_all)
#include "table-not-in-from/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_update)
#include "table-not-in-from/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_update_from)
#include "table-not-in-from/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_update_join)
#include "table-not-in-from/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_update_where)
#include "table-not-in-from/update_where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_using)
#include "table-not-in-from/using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_values_as)
#include "table-not-in-from/values_as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_when)
#include "table-not-in-from/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where)
#include "table-not-in-from/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where_any_of)
#include "table-not-in-from/where_any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where_either)
#include "table-not-in-from/where_either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where_optional)
#include "table-not-in-from/where_optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where_subquery)
#include "table-not-in-from/where_subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_where_ternary)
#include "table-not-in-from/where_ternary.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_with)
#include "table-not-in-from/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_with_distinct_on)
#include "table-not-in-from/with_distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_with_recursive)
#include "table-not-in-from/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_not_in_from_with_select)
#include "table-not-in-from/with_select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_any)
#include "table-twice/any.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_collect)
#include "table-twice/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_cross_join)
#include "table-twice/cross_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_derived)
#include "table-twice/derived.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_exists)
#include "table-twice/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_full_join)
#include "table-twice/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_in_query)
#include "table-twice/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_insert_query)
#include "table-twice/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_join)
#include "table-twice/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_lateral)
#include "table-twice/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_left_join)
#include "table-twice/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_query)
#include "table-twice/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_right_join)
#include "table-twice/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_subquery)
#include "table-twice/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_two_joins)
#include "table-twice/two_joins.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_union)
#include "table-twice/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_update_from)
#include "table-twice/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_update_join)
#include "table-twice/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_using)
#include "table-twice/using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_using_join)
#include "table-twice/using_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_values_as)
#include "table-twice/values_as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(table_twice_with)
#include "table-twice/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_all_of)
#include "type-mismatch/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_along_value)
#include "type-mismatch/along_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_and)
#include "type-mismatch/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_any_of)
#include "type-mismatch/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_as)
#include "type-mismatch/as.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_between)
#include "type-mismatch/between.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_case)
#include "type-mismatch/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_case_value)
#include "type-mismatch/case_value.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_cast)
#include "type-mismatch/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_coalesce)
#include "type-mismatch/coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_collect)
#include "type-mismatch/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_conflict)
#include "type-mismatch/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_count)
#include "type-mismatch/count.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_date_add)
#include "type-mismatch/date_add.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_date_diff)
#include "type-mismatch/date_diff.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_delete)
#include "type-mismatch/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_delete_join)
#include "type-mismatch/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_delete_using)
#include "type-mismatch/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_distinct_on)
#include "type-mismatch/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_either)
#include "type-mismatch/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_else)
#include "type-mismatch/else.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_except)
#include "type-mismatch/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_exists)
#include "type-mismatch/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_extend)
#include "type-mismatch/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_field)
#include "type-mismatch/field.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_filter)
#include "type-mismatch/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_full_join)
#include "type-mismatch/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_func)
#include "type-mismatch/func.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_group_by)
#include "type-mismatch/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_having)
#include "type-mismatch/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_in)
#include "type-mismatch/in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_in_array)
#include "type-mismatch/in_array.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_in_query)
#include "type-mismatch/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_in_query_type)
#include "type-mismatch/in_query_type.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_in_subquery)
#include "type-mismatch/in_subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_insert_query)
#include "type-mismatch/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_insert_query_set)
#include "type-mismatch/insert_query_set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_intersect)
#include "type-mismatch/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_is_distinct)
#include "type-mismatch/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_is_not_distinct)
#include "type-mismatch/is_not_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_join)
#include "type-mismatch/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_join_query)
#include "type-mismatch/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_json_agg)
#include "type-mismatch/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_json_array)
#include "type-mismatch/json_array.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_json_object)
#include "type-mismatch/json_object.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_lag)
#include "type-mismatch/lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_lateral)
#include "type-mismatch/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_left_join)
#include "type-mismatch/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_not)
#include "type-mismatch/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_not_in)
#include "type-mismatch/not_in.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_nullif)
#include "type-mismatch/nullif.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_nulls_last)
#include "type-mismatch/nulls_last.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_or)
#include "type-mismatch/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_order_by)
#include "type-mismatch/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_order_by_desc)
#include "type-mismatch/order_by_desc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_over_filter)
#include "type-mismatch/over_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_over_lag)
#include "type-mismatch/over_lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_over_order)
#include "type-mismatch/over_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_partition_by)
#include "type-mismatch/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_query)
#include "type-mismatch/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_raw)
#include "type-mismatch/raw.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_returning)
#include "type-mismatch/returning.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_returning_delete)
#include "type-mismatch/returning_delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_returning_insert)
#include "type-mismatch/returning_insert.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_right_join)
#include "type-mismatch/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_row)
#include "type-mismatch/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_select)
#include "type-mismatch/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_select_coalesce)
#include "type-mismatch/select_coalesce.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_select_distinct)
#include "type-mismatch/select_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_set)
#include "type-mismatch/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_set_when)
#include "type-mismatch/set_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_string_agg_order)
#include "type-mismatch/string_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_subquery)
#include "type-mismatch/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_subquery_compared)
#include "type-mismatch/subquery_compared.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_subquery_rows)
#include "type-mismatch/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_ternary)
#include "type-mismatch/ternary.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_union)
#include "type-mismatch/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_union_all)
#include "type-mismatch/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_update)
#include "type-mismatch/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_update_from)
#include "type-mismatch/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_update_join)
#include "type-mismatch/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_when)
#include "type-mismatch/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where)
#include "type-mismatch/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_boolean)
#include "type-mismatch/where_boolean.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_character)
#include "type-mismatch/where_character.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_columns)
#include "type-mismatch/where_columns.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_date)
#include "type-mismatch/where_date.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_long_boolean)
#include "type-mismatch/where_long_boolean.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_real)
#include "type-mismatch/where_real.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_where_text_of_uuid)
#include "type-mismatch/where_text_of_uuid.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_with)
#include "type-mismatch/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(type_mismatch_with_recursive)
#include "type-mismatch/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_order_desc)
#include "union-order/desc.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_order_except)
#include "union-order/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_order_expression)
#include "union-order/expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_order_intersect)
#include "union-order/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_order_nulls_last)
#include "union-order/nulls_last.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_order_order_by)
#include "union-order/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_order_union_all)
#include "union-order/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_exact_type)
#include "union-shape/exact_type.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_except)
#include "union-shape/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_exists)
#include "union-shape/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_expression)
#include "union-shape/expression.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_in_query)
#include "union-shape/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_intersect)
#include "union-shape/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_null_type)
#include "union-shape/null_type.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_number)
#include "union-shape/number.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_query)
#include "union-shape/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_recursive)
#include "union-shape/recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_subquery)
#include "union-shape/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_third)
#include "union-shape/third.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_type)
#include "union-shape/type.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_union_all)
#include "union-shape/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_width)
#include "union-shape/width.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(union_shape_with)
#include "union-shape/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_case)
#include "value-type/case.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_cast)
#include "value-type/cast.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_column)
#include "value-type/column.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_condition)
#include "value-type/condition.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_conflict)
#include "value-type/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_date)
#include "value-type/date.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_excluded)
#include "value-type/excluded.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_func)
#include "value-type/func.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_insert_from)
#include "value-type/insert_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_insert_into)
#include "value-type/insert_into.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_insert_query)
#include "value-type/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_is_distinct)
#include "value-type/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_json)
#include "value-type/json.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_optional)
#include "value-type/optional.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_real)
#include "value-type/real.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_set_nullable)
#include "value-type/set_nullable.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_subquery)
#include "value-type/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_ternary)
#include "value-type/ternary.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_update)
#include "value-type/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_update_from)
#include "value-type/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(value_type_when)
#include "value-type/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_aggregate)
#include "window-misplaced/aggregate.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_all_of)
#include "window-misplaced/all_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_and)
#include "window-misplaced/and.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_any_of)
#include "window-misplaced/any_of.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_collect)
#include "window-misplaced/collect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_conflict)
#include "window-misplaced/conflict.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_count)
#include "window-misplaced/count.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_delete)
#include "window-misplaced/delete.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_delete_join)
#include "window-misplaced/delete_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_delete_using)
#include "window-misplaced/delete_using.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_distinct_on)
#include "window-misplaced/distinct_on.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_either)
#include "window-misplaced/either.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_except)
#include "window-misplaced/except.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_exists)
#include "window-misplaced/exists.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_extend)
#include "window-misplaced/extend.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_filter)
#include "window-misplaced/filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_full_join)
#include "window-misplaced/full_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_group_by)
#include "window-misplaced/group_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_having)
#include "window-misplaced/having.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_in_query)
#include "window-misplaced/in_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_insert_query)
#include "window-misplaced/insert_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_intersect)
#include "window-misplaced/intersect.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_is_distinct)
#include "window-misplaced/is_distinct.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_join)
#include "window-misplaced/join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_join_query)
#include "window-misplaced/join_query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_json_agg)
#include "window-misplaced/json_agg.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_lateral)
#include "window-misplaced/lateral.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_left_join)
#include "window-misplaced/left_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_not)
#include "window-misplaced/not.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_or)
#include "window-misplaced/or.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_over_filter)
#include "window-misplaced/over_filter.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_over_lag)
#include "window-misplaced/over_lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_over_order)
#include "window-misplaced/over_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_partition_by)
#include "window-misplaced/partition_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_query)
#include "window-misplaced/query.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_right_join)
#include "window-misplaced/right_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_row)
#include "window-misplaced/row.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_set)
#include "window-misplaced/set.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_set_when)
#include "window-misplaced/set_when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_string_agg_order)
#include "window-misplaced/string_agg_order.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_subquery)
#include "window-misplaced/subquery.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_subquery_rows)
#include "window-misplaced/subquery_rows.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_union)
#include "window-misplaced/union.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_union_all)
#include "window-misplaced/union_all.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_update)
#include "window-misplaced/update.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_update_from)
#include "window-misplaced/update_from.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_update_join)
#include "window-misplaced/update_join.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_when)
#include "window-misplaced/when.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_where)
#include "window-misplaced/where.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_window)
#include "window-misplaced/window.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_with)
#include "window-misplaced/with.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_misplaced_with_recursive)
#include "window-misplaced/with_recursive.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_without_over_lag)
#include "window-without-over/lag.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_without_over_order_by)
#include "window-without-over/order_by.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_without_over_select)
#include "window-without-over/select.c"
#undef CASE_NAME
#define CASE_NAME CASE_AS(window_without_over_where)
#include "window-without-over/where.c"
#undef CASE_LIST
#define CASE_LIST(CASE) \
	CASE(aggregate_and_column_case, "aggregate-and-column", "case") \
	CASE(aggregate_and_column_cast, "aggregate-and-column", "cast") \
	CASE(aggregate_and_column_coalesce, "aggregate-and-column", "coalesce") \
	CASE(aggregate_and_column_collect, "aggregate-and-column", "collect") \
	CASE(aggregate_and_column_condition, "aggregate-and-column", "condition") \
	CASE(aggregate_and_column_exists, "aggregate-and-column", "exists") \
	CASE(aggregate_and_column_filter, "aggregate-and-column", "filter") \
	CASE(aggregate_and_column_insert_query, "aggregate-and-column", "insert_query") \
	CASE(aggregate_and_column_json_agg, "aggregate-and-column", "json_agg") \
	CASE(aggregate_and_column_json_object, "aggregate-and-column", "json_object") \
	CASE(aggregate_and_column_lateral, "aggregate-and-column", "lateral") \
	CASE(aggregate_and_column_one_expression, "aggregate-and-column", "one_expression") \
	CASE(aggregate_and_column_order_by, "aggregate-and-column", "order_by") \
	CASE(aggregate_and_column_order_by_aggregate, "aggregate-and-column", "order_by_aggregate") \
	CASE(aggregate_and_column_over, "aggregate-and-column", "over") \
	CASE(aggregate_and_column_over_desc, "aggregate-and-column", "over_desc") \
	CASE(aggregate_and_column_partition_by, "aggregate-and-column", "partition_by") \
	CASE(aggregate_and_column_query, "aggregate-and-column", "query") \
	CASE(aggregate_and_column_select, "aggregate-and-column", "select") \
	CASE(aggregate_and_column_select_expression, "aggregate-and-column", "select_expression") \
	CASE(aggregate_and_column_select_object, "aggregate-and-column", "select_object") \
	CASE(aggregate_and_column_select_row, "aggregate-and-column", "select_row") \
	CASE(aggregate_and_column_string_agg, "aggregate-and-column", "string_agg") \
	CASE(aggregate_and_column_subquery, "aggregate-and-column", "subquery") \
	CASE(aggregate_and_column_subquery_rows, "aggregate-and-column", "subquery_rows") \
	CASE(aggregate_and_column_union_arm, "aggregate-and-column", "union_arm") \
	CASE(aggregate_and_column_with, "aggregate-and-column", "with") \
	CASE(aggregate_in_where_any, "aggregate-in-where", "any") \
	CASE(aggregate_in_where_collect, "aggregate-in-where", "collect") \
	CASE(aggregate_in_where_condition, "aggregate-in-where", "condition") \
	CASE(aggregate_in_where_conflict, "aggregate-in-where", "conflict") \
	CASE(aggregate_in_where_delete, "aggregate-in-where", "delete") \
	CASE(aggregate_in_where_delete_join, "aggregate-in-where", "delete_join") \
	CASE(aggregate_in_where_delete_using, "aggregate-in-where", "delete_using") \
	CASE(aggregate_in_where_distinct_on, "aggregate-in-where", "distinct_on") \
	CASE(aggregate_in_where_either, "aggregate-in-where", "either") \
	CASE(aggregate_in_where_except, "aggregate-in-where", "except") \
	CASE(aggregate_in_where_exists, "aggregate-in-where", "exists") \
	CASE(aggregate_in_where_extend, "aggregate-in-where", "extend") \
	CASE(aggregate_in_where_filter, "aggregate-in-where", "filter") \
	CASE(aggregate_in_where_full_join, "aggregate-in-where", "full_join") \
	CASE(aggregate_in_where_group_by, "aggregate-in-where", "group_by") \
	CASE(aggregate_in_where_in_query, "aggregate-in-where", "in_query") \
	CASE(aggregate_in_where_insert_into, "aggregate-in-where", "insert_into") \
	CASE(aggregate_in_where_insert_query, "aggregate-in-where", "insert_query") \
	CASE(aggregate_in_where_intersect, "aggregate-in-where", "intersect") \
	CASE(aggregate_in_where_is_distinct, "aggregate-in-where", "is_distinct") \
	CASE(aggregate_in_where_join, "aggregate-in-where", "join") \
	CASE(aggregate_in_where_join_query, "aggregate-in-where", "join_query") \
	CASE(aggregate_in_where_lateral, "aggregate-in-where", "lateral") \
	CASE(aggregate_in_where_left_join, "aggregate-in-where", "left_join") \
	CASE(aggregate_in_where_query, "aggregate-in-where", "query") \
	CASE(aggregate_in_where_returning, "aggregate-in-where", "returning") \
	CASE(aggregate_in_where_returning_delete, "aggregate-in-where", "returning_delete") \
	CASE(aggregate_in_where_returning_insert, "aggregate-in-where", "returning_insert") \
	CASE(aggregate_in_where_returning_row, "aggregate-in-where", "returning_row") \
	CASE(aggregate_in_where_right_join, "aggregate-in-where", "right_join") \
	CASE(aggregate_in_where_row, "aggregate-in-where", "row") \
	CASE(aggregate_in_where_set, "aggregate-in-where", "set") \
	CASE(aggregate_in_where_set_when, "aggregate-in-where", "set_when") \
	CASE(aggregate_in_where_subquery, "aggregate-in-where", "subquery") \
	CASE(aggregate_in_where_subquery_rows, "aggregate-in-where", "subquery_rows") \
	CASE(aggregate_in_where_union, "aggregate-in-where", "union") \
	CASE(aggregate_in_where_union_all, "aggregate-in-where", "union_all") \
	CASE(aggregate_in_where_update, "aggregate-in-where", "update") \
	CASE(aggregate_in_where_update_from, "aggregate-in-where", "update_from") \
	CASE(aggregate_in_where_update_from_set, "aggregate-in-where", "update_from_set") \
	CASE(aggregate_in_where_update_join, "aggregate-in-where", "update_join") \
	CASE(aggregate_in_where_when, "aggregate-in-where", "when") \
	CASE(aggregate_in_where_where, "aggregate-in-where", "where") \
	CASE(aggregate_in_where_where_optional, "aggregate-in-where", "where_optional") \
	CASE(aggregate_in_where_with, "aggregate-in-where", "with") \
	CASE(aggregate_in_where_with_recursive, "aggregate-in-where", "with_recursive") \
	CASE(aggregate_of_aggregate_avg, "aggregate-of-aggregate", "avg") \
	CASE(aggregate_of_aggregate_case, "aggregate-of-aggregate", "case") \
	CASE(aggregate_of_aggregate_cast, "aggregate-of-aggregate", "cast") \
	CASE(aggregate_of_aggregate_coalesce, "aggregate-of-aggregate", "coalesce") \
	CASE(aggregate_of_aggregate_count, "aggregate-of-aggregate", "count") \
	CASE(aggregate_of_aggregate_exists, "aggregate-of-aggregate", "exists") \
	CASE(aggregate_of_aggregate_filter, "aggregate-of-aggregate", "filter") \
	CASE(aggregate_of_aggregate_having, "aggregate-of-aggregate", "having") \
	CASE(aggregate_of_aggregate_insert_query, "aggregate-of-aggregate", "insert_query") \
	CASE(aggregate_of_aggregate_json_agg, "aggregate-of-aggregate", "json_agg") \
	CASE(aggregate_of_aggregate_json_agg_order, "aggregate-of-aggregate", "json_agg_order") \
	CASE(aggregate_of_aggregate_json_object, "aggregate-of-aggregate", "json_object") \
	CASE(aggregate_of_aggregate_min, "aggregate-of-aggregate", "min") \
	CASE(aggregate_of_aggregate_nested, "aggregate-of-aggregate", "nested") \
	CASE(aggregate_of_aggregate_order_by, "aggregate-of-aggregate", "order_by") \
	CASE(aggregate_of_aggregate_query, "aggregate-of-aggregate", "query") \
	CASE(aggregate_of_aggregate_select, "aggregate-of-aggregate", "select") \
	CASE(aggregate_of_aggregate_separator, "aggregate-of-aggregate", "separator") \
	CASE(aggregate_of_aggregate_string_agg, "aggregate-of-aggregate", "string_agg") \
	CASE(aggregate_of_aggregate_string_agg_order, "aggregate-of-aggregate", "string_agg_order") \
	CASE(aggregate_of_aggregate_subquery, "aggregate-of-aggregate", "subquery") \
	CASE(aggregate_of_aggregate_union, "aggregate-of-aggregate", "union") \
	CASE(aggregate_of_aggregate_with, "aggregate-of-aggregate", "with") \
	CASE(along_many_to_many_where, "along-many-to-many", "where") \
	CASE(along_many_to_many_within, "along-many-to-many", "within") \
	CASE(cast_type_boolean, "cast-type", "boolean") \
	CASE(cast_type_bytes, "cast-type", "bytes") \
	CASE(cast_type_enum, "cast-type", "enum") \
	CASE(cast_type_select, "cast-type", "select") \
	CASE(cast_type_time, "cast-type", "time") \
	CASE(cast_type_where, "cast-type", "where") \
	CASE(clause_misplaced_conflict_update, "clause-misplaced", "conflict_update") \
	CASE(clause_misplaced_delete_from, "clause-misplaced", "delete_from") \
	CASE(clause_misplaced_delete_from_from, "clause-misplaced", "delete_from_from") \
	CASE(clause_misplaced_delete_group_by, "clause-misplaced", "delete_group_by") \
	CASE(clause_misplaced_delete_order_by, "clause-misplaced", "delete_order_by") \
	CASE(clause_misplaced_exists_returning, "clause-misplaced", "exists_returning") \
	CASE(clause_misplaced_insert_distinct, "clause-misplaced", "insert_distinct") \
	CASE(clause_misplaced_insert_having, "clause-misplaced", "insert_having") \
	CASE(clause_misplaced_insert_where, "clause-misplaced", "insert_where") \
	CASE(clause_misplaced_options, "clause-misplaced", "options") \
	CASE(clause_misplaced_select_all_rows, "clause-misplaced", "select_all_rows") \
	CASE(clause_misplaced_select_returning, "clause-misplaced", "select_returning") \
	CASE(clause_misplaced_select_update, "clause-misplaced", "select_update") \
	CASE(clause_misplaced_select_using, "clause-misplaced", "select_using") \
	CASE(clause_misplaced_union_limit, "clause-misplaced", "union_limit") \
	CASE(clause_misplaced_union_lock, "clause-misplaced", "union_lock") \
	CASE(clause_misplaced_union_order_by, "clause-misplaced", "union_order_by") \
	CASE(clause_misplaced_update_join, "clause-misplaced", "update_join") \
	CASE(clause_misplaced_update_limit, "clause-misplaced", "update_limit") \
	CASE(clause_misplaced_update_lock, "clause-misplaced", "update_lock") \
	CASE(clause_misplaced_update_union, "clause-misplaced", "update_union") \
	CASE(clause_misplaced_update_using, "clause-misplaced", "update_using") \
	CASE(clause_misplaced_with_update, "clause-misplaced", "with_update") \
	CASE(clause_missing_exists, "clause-missing", "exists") \
	CASE(clause_missing_select, "clause-missing", "select") \
	CASE(clause_missing_subquery, "clause-missing", "subquery") \
	CASE(clause_missing_where, "clause-missing", "where") \
	CASE(clause_order_conflict, "clause-order", "conflict") \
	CASE(clause_order_distinct_after_from, "clause-order", "distinct_after_from") \
	CASE(clause_order_exists, "clause-order", "exists") \
	CASE(clause_order_having_before_group_by, "clause-order", "having_before_group_by") \
	CASE(clause_order_lock, "clause-order", "lock") \
	CASE(clause_order_offset_before_limit, "clause-order", "offset_before_limit") \
	CASE(clause_order_order_by_before_where, "clause-order", "order_by_before_where") \
	CASE(clause_order_returning_before_where, "clause-order", "returning_before_where") \
	CASE(clause_order_union, "clause-order", "union") \
	CASE(clause_order_union_before_where, "clause-order", "union_before_where") \
	CASE(clause_order_using, "clause-order", "using") \
	CASE(clause_order_where_before_delete, "clause-order", "where_before_delete") \
	CASE(clause_order_where_before_from, "clause-order", "where_before_from") \
	CASE(clause_order_with, "clause-order", "with") \
	CASE(clause_twice_conflict, "clause-twice", "conflict") \
	CASE(clause_twice_delete, "clause-twice", "delete") \
	CASE(clause_twice_distinct, "clause-twice", "distinct") \
	CASE(clause_twice_distinct_on, "clause-twice", "distinct_on") \
	CASE(clause_twice_from, "clause-twice", "from") \
	CASE(clause_twice_group_by, "clause-twice", "group_by") \
	CASE(clause_twice_having, "clause-twice", "having") \
	CASE(clause_twice_limit, "clause-twice", "limit") \
	CASE(clause_twice_lock, "clause-twice", "lock") \
	CASE(clause_twice_offset, "clause-twice", "offset") \
	CASE(clause_twice_options, "clause-twice", "options") \
	CASE(clause_twice_order_by, "clause-twice", "order_by") \
	CASE(clause_twice_returning, "clause-twice", "returning") \
	CASE(clause_twice_select, "clause-twice", "select") \
	CASE(clause_twice_using, "clause-twice", "using") \
	CASE(clause_twice_where, "clause-twice", "where") \
	CASE(column_missing_composite_key, "column-missing", "composite_key") \
	CASE(column_missing_conflict, "column-missing", "conflict") \
	CASE(column_missing_insert_into, "column-missing", "insert_into") \
	CASE(column_missing_insert_query, "column-missing", "insert_query") \
	CASE(column_missing_reference, "column-missing", "reference") \
	CASE(column_missing_returning, "column-missing", "returning") \
	CASE(column_missing_text, "column-missing", "text") \
	CASE(column_missing_with, "column-missing", "with") \
	CASE(column_read_only_auto_key, "column-read-only", "auto_key") \
	CASE(column_read_only_conflict, "column-read-only", "conflict") \
	CASE(column_read_only_insert_into, "column-read-only", "insert_into") \
	CASE(column_read_only_insert_query, "column-read-only", "insert_query") \
	CASE(column_read_only_set_when, "column-read-only", "set_when") \
	CASE(column_read_only_update_from, "column-read-only", "update_from") \
	CASE(column_read_only_update_generated, "column-read-only", "update_generated") \
	CASE(column_read_only_update_key, "column-read-only", "update_key") \
	CASE(column_read_only_when, "column-read-only", "when") \
	CASE(column_set_twice_conflict, "column-set-twice", "conflict") \
	CASE(column_set_twice_insert_into, "column-set-twice", "insert_into") \
	CASE(column_set_twice_insert_query, "column-set-twice", "insert_query") \
	CASE(column_set_twice_update, "column-set-twice", "update") \
	CASE(column_set_twice_update_from, "column-set-twice", "update_from") \
	CASE(column_set_twice_when, "column-set-twice", "when") \
	CASE(conflict_target_nothing, "conflict-target", "nothing") \
	CASE(conflict_target_update, "conflict-target", "update") \
	CASE(date_unit_date, "date-unit", "date") \
	CASE(date_unit_date_add, "date-unit", "date_add") \
	CASE(date_unit_date_diff, "date-unit", "date_diff") \
	CASE(date_unit_date_trunc, "date-unit", "date_trunc") \
	CASE(date_unit_extract, "date-unit", "extract") \
	CASE(derived_shape_lateral, "derived-shape", "lateral") \
	CASE(derived_shape_query, "derived-shape", "query") \
	CASE(derived_shape_query_type, "derived-shape", "query_type") \
	CASE(derived_shape_values_as, "derived-shape", "values_as") \
	CASE(derived_shape_with, "derived-shape", "with") \
	CASE(derived_unknown_from, "derived-unknown", "from") \
	CASE(derived_unknown_join, "derived-unknown", "join") \
	CASE(derived_unknown_subquery, "derived-unknown", "subquery") \
	CASE(derived_unknown_using, "derived-unknown", "using") \
	CASE(derived_unknown_with, "derived-unknown", "with") \
	CASE(distinct_on_order_order_by, "distinct-on-order", "order_by") \
	CASE(empty_set_conflict, "empty-set", "conflict") \
	CASE(empty_values_all_of, "empty-values", "all_of") \
	CASE(empty_values_and, "empty-values", "and") \
	CASE(empty_values_any_of, "empty-values", "any_of") \
	CASE(empty_values_as, "empty-values", "as") \
	CASE(empty_values_case, "empty-values", "case") \
	CASE(empty_values_case_value, "empty-values", "case_value") \
	CASE(empty_values_cast, "empty-values", "cast") \
	CASE(empty_values_coalesce, "empty-values", "coalesce") \
	CASE(empty_values_collect, "empty-values", "collect") \
	CASE(empty_values_condition, "empty-values", "condition") \
	CASE(empty_values_conflict, "empty-values", "conflict") \
	CASE(empty_values_count, "empty-values", "count") \
	CASE(empty_values_delete, "empty-values", "delete") \
	CASE(empty_values_delete_join, "empty-values", "delete_join") \
	CASE(empty_values_delete_using, "empty-values", "delete_using") \
	CASE(empty_values_distinct_on, "empty-values", "distinct_on") \
	CASE(empty_values_either, "empty-values", "either") \
	CASE(empty_values_else, "empty-values", "else") \
	CASE(empty_values_except, "empty-values", "except") \
	CASE(empty_values_exists, "empty-values", "exists") \
	CASE(empty_values_extend, "empty-values", "extend") \
	CASE(empty_values_field, "empty-values", "field") \
	CASE(empty_values_filter, "empty-values", "filter") \
	CASE(empty_values_full_join, "empty-values", "full_join") \
	CASE(empty_values_func, "empty-values", "func") \
	CASE(empty_values_group_by, "empty-values", "group_by") \
	CASE(empty_values_having, "empty-values", "having") \
	CASE(empty_values_in, "empty-values", "in") \
	CASE(empty_values_in_query, "empty-values", "in_query") \
	CASE(empty_values_insert_query, "empty-values", "insert_query") \
	CASE(empty_values_insert_query_set, "empty-values", "insert_query_set") \
	CASE(empty_values_intersect, "empty-values", "intersect") \
	CASE(empty_values_is_distinct, "empty-values", "is_distinct") \
	CASE(empty_values_join, "empty-values", "join") \
	CASE(empty_values_join_query, "empty-values", "join_query") \
	CASE(empty_values_json_agg, "empty-values", "json_agg") \
	CASE(empty_values_json_array, "empty-values", "json_array") \
	CASE(empty_values_json_object, "empty-values", "json_object") \
	CASE(empty_values_lateral, "empty-values", "lateral") \
	CASE(empty_values_left_join, "empty-values", "left_join") \
	CASE(empty_values_not, "empty-values", "not") \
	CASE(empty_values_not_in, "empty-values", "not_in") \
	CASE(empty_values_nullif, "empty-values", "nullif") \
	CASE(empty_values_nulls_last, "empty-values", "nulls_last") \
	CASE(empty_values_or, "empty-values", "or") \
	CASE(empty_values_order_by, "empty-values", "order_by") \
	CASE(empty_values_order_by_desc, "empty-values", "order_by_desc") \
	CASE(empty_values_over_filter, "empty-values", "over_filter") \
	CASE(empty_values_over_lag, "empty-values", "over_lag") \
	CASE(empty_values_over_order, "empty-values", "over_order") \
	CASE(empty_values_partition_by, "empty-values", "partition_by") \
	CASE(empty_values_query, "empty-values", "query") \
	CASE(empty_values_raw, "empty-values", "raw") \
	CASE(empty_values_returning, "empty-values", "returning") \
	CASE(empty_values_returning_delete, "empty-values", "returning_delete") \
	CASE(empty_values_returning_insert, "empty-values", "returning_insert") \
	CASE(empty_values_right_join, "empty-values", "right_join") \
	CASE(empty_values_row, "empty-values", "row") \
	CASE(empty_values_select, "empty-values", "select") \
	CASE(empty_values_select_distinct, "empty-values", "select_distinct") \
	CASE(empty_values_set, "empty-values", "set") \
	CASE(empty_values_set_when, "empty-values", "set_when") \
	CASE(empty_values_string_agg_order, "empty-values", "string_agg_order") \
	CASE(empty_values_subquery, "empty-values", "subquery") \
	CASE(empty_values_subquery_rows, "empty-values", "subquery_rows") \
	CASE(empty_values_union, "empty-values", "union") \
	CASE(empty_values_union_all, "empty-values", "union_all") \
	CASE(empty_values_update, "empty-values", "update") \
	CASE(empty_values_update_from, "empty-values", "update_from") \
	CASE(empty_values_update_join, "empty-values", "update_join") \
	CASE(empty_values_when, "empty-values", "when") \
	CASE(empty_values_where, "empty-values", "where") \
	CASE(empty_values_with, "empty-values", "with") \
	CASE(empty_values_with_recursive, "empty-values", "with_recursive") \
	CASE(excluded_misplaced_update, "excluded-misplaced", "update") \
	CASE(excluded_misplaced_where, "excluded-misplaced", "where") \
	CASE(field_count_all, "field-count", "all") \
	CASE(field_count_one, "field-count", "one") \
	CASE(field_count_returning, "field-count", "returning") \
	CASE(field_count_submit, "field-count", "submit") \
	CASE(field_null_outer_all, "field-null-outer", "all") \
	CASE(field_null_outer_full, "field-null-outer", "full") \
	CASE(field_null_outer_one, "field-null-outer", "one") \
	CASE(field_null_outer_optional, "field-null-outer", "optional") \
	CASE(field_null_outer_right, "field-null-outer", "right") \
	CASE(field_null_outer_stream, "field-null-outer", "stream") \
	CASE(field_null_aggregate, "field-null", "aggregate") \
	CASE(field_null_all, "field-null", "all") \
	CASE(field_null_arithmetic, "field-null", "arithmetic") \
	CASE(field_null_case, "field-null", "case") \
	CASE(field_null_cast, "field-null", "cast") \
	CASE(field_null_coalesce, "field-null", "coalesce") \
	CASE(field_null_concat, "field-null", "concat") \
	CASE(field_null_date, "field-null", "date") \
	CASE(field_null_filter, "field-null", "filter") \
	CASE(field_null_first_value, "field-null", "first_value") \
	CASE(field_null_json_text, "field-null", "json_text") \
	CASE(field_null_lag, "field-null", "lag") \
	CASE(field_null_nullif_value, "field-null", "nullif_value") \
	CASE(field_null_one, "field-null", "one") \
	CASE(field_null_query, "field-null", "query") \
	CASE(field_null_query_outer, "field-null", "query_outer") \
	CASE(field_null_returning, "field-null", "returning") \
	CASE(field_null_stream, "field-null", "stream") \
	CASE(field_null_subquery, "field-null", "subquery") \
	CASE(field_null_window_sum, "field-null", "window_sum") \
	CASE(field_type_aggregate, "field-type", "aggregate") \
	CASE(field_type_all, "field-type", "all") \
	CASE(field_type_boolean, "field-type", "boolean") \
	CASE(field_type_case, "field-type", "case") \
	CASE(field_type_cast, "field-type", "cast") \
	CASE(field_type_coalesce, "field-type", "coalesce") \
	CASE(field_type_collect, "field-type", "collect") \
	CASE(field_type_date, "field-type", "date") \
	CASE(field_type_enum, "field-type", "enum") \
	CASE(field_type_function, "field-type", "function") \
	CASE(field_type_json, "field-type", "json") \
	CASE(field_type_narrow, "field-type", "narrow") \
	CASE(field_type_object, "field-type", "object") \
	CASE(field_type_one, "field-type", "one") \
	CASE(field_type_over, "field-type", "over") \
	CASE(field_type_real, "field-type", "real") \
	CASE(field_type_returning, "field-type", "returning") \
	CASE(field_type_stream, "field-type", "stream") \
	CASE(field_type_subquery, "field-type", "subquery") \
	CASE(filter_not_aggregate_expression, "filter-not-aggregate", "expression") \
	CASE(filter_not_aggregate_having, "filter-not-aggregate", "having") \
	CASE(filter_not_aggregate_select, "filter-not-aggregate", "select") \
	CASE(frame_bounds_groups, "frame-bounds", "groups") \
	CASE(frame_bounds_range, "frame-bounds", "range") \
	CASE(frame_bounds_rows, "frame-bounds", "rows") \
	CASE(having_without_group_aggregate, "having-without-group", "aggregate") \
	CASE(having_without_group_collect, "having-without-group", "collect") \
	CASE(having_without_group_exists, "having-without-group", "exists") \
	CASE(having_without_group_in_query, "having-without-group", "in_query") \
	CASE(having_without_group_insert_query, "having-without-group", "insert_query") \
	CASE(having_without_group_lateral, "having-without-group", "lateral") \
	CASE(having_without_group_query, "having-without-group", "query") \
	CASE(having_without_group_select, "having-without-group", "select") \
	CASE(having_without_group_subquery, "having-without-group", "subquery") \
	CASE(having_without_group_union, "having-without-group", "union") \
	CASE(having_without_group_with, "having-without-group", "with") \
	CASE(json_key_get, "json-key", "get") \
	CASE(json_key_object, "json-key", "object") \
	CASE(json_key_text, "json-key", "text") \
	CASE(json_pairs_order_by, "json-pairs", "order_by") \
	CASE(json_pairs_select, "json-pairs", "select") \
	CASE(label_unknown_group_by, "label-unknown", "group_by") \
	CASE(label_unknown_order_by, "label-unknown", "order_by") \
	CASE(label_unknown_union, "label-unknown", "union") \
	CASE(like_not_text_all_of, "like-not-text", "all_of") \
	CASE(like_not_text_and, "like-not-text", "and") \
	CASE(like_not_text_any_of, "like-not-text", "any_of") \
	CASE(like_not_text_as, "like-not-text", "as") \
	CASE(like_not_text_case, "like-not-text", "case") \
	CASE(like_not_text_case_value, "like-not-text", "case_value") \
	CASE(like_not_text_cast, "like-not-text", "cast") \
	CASE(like_not_text_coalesce, "like-not-text", "coalesce") \
	CASE(like_not_text_collect, "like-not-text", "collect") \
	CASE(like_not_text_condition, "like-not-text", "condition") \
	CASE(like_not_text_conflict, "like-not-text", "conflict") \
	CASE(like_not_text_contains, "like-not-text", "contains") \
	CASE(like_not_text_count, "like-not-text", "count") \
	CASE(like_not_text_delete, "like-not-text", "delete") \
	CASE(like_not_text_delete_join, "like-not-text", "delete_join") \
	CASE(like_not_text_delete_using, "like-not-text", "delete_using") \
	CASE(like_not_text_distinct_on, "like-not-text", "distinct_on") \
	CASE(like_not_text_either, "like-not-text", "either") \
	CASE(like_not_text_else, "like-not-text", "else") \
	CASE(like_not_text_ends_with, "like-not-text", "ends_with") \
	CASE(like_not_text_except, "like-not-text", "except") \
	CASE(like_not_text_exists, "like-not-text", "exists") \
	CASE(like_not_text_extend, "like-not-text", "extend") \
	CASE(like_not_text_field, "like-not-text", "field") \
	CASE(like_not_text_filter, "like-not-text", "filter") \
	CASE(like_not_text_full_join, "like-not-text", "full_join") \
	CASE(like_not_text_func, "like-not-text", "func") \
	CASE(like_not_text_group_by, "like-not-text", "group_by") \
	CASE(like_not_text_having, "like-not-text", "having") \
	CASE(like_not_text_ilike, "like-not-text", "ilike") \
	CASE(like_not_text_in_query, "like-not-text", "in_query") \
	CASE(like_not_text_insert_query, "like-not-text", "insert_query") \
	CASE(like_not_text_insert_query_set, "like-not-text", "insert_query_set") \
	CASE(like_not_text_intersect, "like-not-text", "intersect") \
	CASE(like_not_text_is_distinct, "like-not-text", "is_distinct") \
	CASE(like_not_text_join, "like-not-text", "join") \
	CASE(like_not_text_join_query, "like-not-text", "join_query") \
	CASE(like_not_text_json_agg, "like-not-text", "json_agg") \
	CASE(like_not_text_json_array, "like-not-text", "json_array") \
	CASE(like_not_text_json_object, "like-not-text", "json_object") \
	CASE(like_not_text_lateral, "like-not-text", "lateral") \
	CASE(like_not_text_left_join, "like-not-text", "left_join") \
	CASE(like_not_text_not, "like-not-text", "not") \
	CASE(like_not_text_nullif, "like-not-text", "nullif") \
	CASE(like_not_text_nulls_last, "like-not-text", "nulls_last") \
	CASE(like_not_text_or, "like-not-text", "or") \
	CASE(like_not_text_order_by, "like-not-text", "order_by") \
	CASE(like_not_text_order_by_desc, "like-not-text", "order_by_desc") \
	CASE(like_not_text_over_filter, "like-not-text", "over_filter") \
	CASE(like_not_text_over_lag, "like-not-text", "over_lag") \
	CASE(like_not_text_over_order, "like-not-text", "over_order") \
	CASE(like_not_text_partition_by, "like-not-text", "partition_by") \
	CASE(like_not_text_query, "like-not-text", "query") \
	CASE(like_not_text_raw, "like-not-text", "raw") \
	CASE(like_not_text_returning, "like-not-text", "returning") \
	CASE(like_not_text_returning_delete, "like-not-text", "returning_delete") \
	CASE(like_not_text_returning_insert, "like-not-text", "returning_insert") \
	CASE(like_not_text_right_join, "like-not-text", "right_join") \
	CASE(like_not_text_row, "like-not-text", "row") \
	CASE(like_not_text_select, "like-not-text", "select") \
	CASE(like_not_text_select_distinct, "like-not-text", "select_distinct") \
	CASE(like_not_text_set, "like-not-text", "set") \
	CASE(like_not_text_set_when, "like-not-text", "set_when") \
	CASE(like_not_text_starts_with, "like-not-text", "starts_with") \
	CASE(like_not_text_string_agg_order, "like-not-text", "string_agg_order") \
	CASE(like_not_text_subquery, "like-not-text", "subquery") \
	CASE(like_not_text_subquery_rows, "like-not-text", "subquery_rows") \
	CASE(like_not_text_union, "like-not-text", "union") \
	CASE(like_not_text_union_all, "like-not-text", "union_all") \
	CASE(like_not_text_update, "like-not-text", "update") \
	CASE(like_not_text_update_from, "like-not-text", "update_from") \
	CASE(like_not_text_update_join, "like-not-text", "update_join") \
	CASE(like_not_text_when, "like-not-text", "when") \
	CASE(like_not_text_where, "like-not-text", "where") \
	CASE(like_not_text_with, "like-not-text", "with") \
	CASE(like_not_text_with_recursive, "like-not-text", "with_recursive") \
	CASE(limit_not_integer_aggregate, "limit-not-integer", "aggregate") \
	CASE(limit_not_integer_exists, "limit-not-integer", "exists") \
	CASE(limit_not_integer_insert_query, "limit-not-integer", "insert_query") \
	CASE(limit_not_integer_limit, "limit-not-integer", "limit") \
	CASE(limit_not_integer_limit_column, "limit-not-integer", "limit_column") \
	CASE(limit_not_integer_limit_real, "limit-not-integer", "limit_real") \
	CASE(limit_not_integer_offset, "limit-not-integer", "offset") \
	CASE(limit_not_integer_optional, "limit-not-integer", "optional") \
	CASE(limit_not_integer_subquery, "limit-not-integer", "subquery") \
	CASE(limit_not_integer_with, "limit-not-integer", "with") \
	CASE(load_clause_joined, "load-clause", "joined") \
	CASE(load_clause_limit, "load-clause", "limit") \
	CASE(load_clause_order, "load-clause", "order") \
	CASE(lock_misplaced_aggregate, "lock-misplaced", "aggregate") \
	CASE(lock_misplaced_distinct, "lock-misplaced", "distinct") \
	CASE(lock_misplaced_distinct_on, "lock-misplaced", "distinct_on") \
	CASE(lock_misplaced_except, "lock-misplaced", "except") \
	CASE(lock_misplaced_group_by, "lock-misplaced", "group_by") \
	CASE(lock_misplaced_having, "lock-misplaced", "having") \
	CASE(lock_misplaced_intersect, "lock-misplaced", "intersect") \
	CASE(lock_misplaced_query, "lock-misplaced", "query") \
	CASE(lock_misplaced_share, "lock-misplaced", "share") \
	CASE(lock_misplaced_subquery, "lock-misplaced", "subquery") \
	CASE(lock_misplaced_union, "lock-misplaced", "union") \
	CASE(lock_misplaced_union_all, "lock-misplaced", "union_all") \
	CASE(min_max_type_bytes, "min-max-type", "bytes") \
	CASE(min_max_type_filter, "min-max-type", "filter") \
	CASE(min_max_type_having, "min-max-type", "having") \
	CASE(min_max_type_json, "min-max-type", "json") \
	CASE(min_max_type_order_by, "min-max-type", "order_by") \
	CASE(min_max_type_over, "min-max-type", "over") \
	CASE(min_max_type_select, "min-max-type", "select") \
	CASE(min_max_type_subquery, "min-max-type", "subquery") \
	CASE(min_max_type_union, "min-max-type", "union") \
	CASE(no_where_delete, "no-where", "delete") \
	CASE(no_where_delete_returning, "no-where", "delete_returning") \
	CASE(no_where_delete_using, "no-where", "delete_using") \
	CASE(no_where_update, "no-where", "update") \
	CASE(no_where_update_from, "no-where", "update_from") \
	CASE(no_where_update_join, "no-where", "update_join") \
	CASE(no_where_update_returning, "no-where", "update_returning") \
	CASE(no_where_with_delete, "no-where", "with_delete") \
	CASE(no_where_with_update, "no-where", "with_update") \
	CASE(not_a_branch_else_first, "not-a-branch", "else_first") \
	CASE(not_a_branch_else_twice, "not-a-branch", "else_twice") \
	CASE(not_a_branch_optional, "not-a-branch", "optional") \
	CASE(not_a_branch_select, "not-a-branch", "select") \
	CASE(not_a_branch_where, "not-a-branch", "where") \
	CASE(not_a_clause_condition, "not-a-clause", "condition") \
	CASE(not_a_clause_exists, "not-a-clause", "exists") \
	CASE(not_a_clause_ordering, "not-a-clause", "ordering") \
	CASE(not_a_condition_all_of, "not-a-condition", "all_of") \
	CASE(not_a_condition_and, "not-a-condition", "and") \
	CASE(not_a_condition_any_of, "not-a-condition", "any_of") \
	CASE(not_a_condition_case, "not-a-condition", "case") \
	CASE(not_a_condition_collect, "not-a-condition", "collect") \
	CASE(not_a_condition_delete, "not-a-condition", "delete") \
	CASE(not_a_condition_delete_join, "not-a-condition", "delete_join") \
	CASE(not_a_condition_delete_using, "not-a-condition", "delete_using") \
	CASE(not_a_condition_except, "not-a-condition", "except") \
	CASE(not_a_condition_exists, "not-a-condition", "exists") \
	CASE(not_a_condition_extend, "not-a-condition", "extend") \
	CASE(not_a_condition_filter, "not-a-condition", "filter") \
	CASE(not_a_condition_full_join, "not-a-condition", "full_join") \
	CASE(not_a_condition_having, "not-a-condition", "having") \
	CASE(not_a_condition_in_query, "not-a-condition", "in_query") \
	CASE(not_a_condition_insert_query, "not-a-condition", "insert_query") \
	CASE(not_a_condition_intersect, "not-a-condition", "intersect") \
	CASE(not_a_condition_join, "not-a-condition", "join") \
	CASE(not_a_condition_join_query, "not-a-condition", "join_query") \
	CASE(not_a_condition_lateral, "not-a-condition", "lateral") \
	CASE(not_a_condition_left_join, "not-a-condition", "left_join") \
	CASE(not_a_condition_not, "not-a-condition", "not") \
	CASE(not_a_condition_or, "not-a-condition", "or") \
	CASE(not_a_condition_over_filter, "not-a-condition", "over_filter") \
	CASE(not_a_condition_query, "not-a-condition", "query") \
	CASE(not_a_condition_right_join, "not-a-condition", "right_join") \
	CASE(not_a_condition_subquery, "not-a-condition", "subquery") \
	CASE(not_a_condition_subquery_rows, "not-a-condition", "subquery_rows") \
	CASE(not_a_condition_union, "not-a-condition", "union") \
	CASE(not_a_condition_union_all, "not-a-condition", "union_all") \
	CASE(not_a_condition_update, "not-a-condition", "update") \
	CASE(not_a_condition_update_from, "not-a-condition", "update_from") \
	CASE(not_a_condition_update_join, "not-a-condition", "update_join") \
	CASE(not_a_condition_when, "not-a-condition", "when") \
	CASE(not_a_condition_where, "not-a-condition", "where") \
	CASE(not_a_condition_where_object, "not-a-condition", "where_object") \
	CASE(not_a_condition_where_ordering, "not-a-condition", "where_ordering") \
	CASE(not_a_condition_with, "not-a-condition", "with") \
	CASE(not_a_condition_with_recursive, "not-a-condition", "with_recursive") \
	CASE(not_a_date_date_add, "not-a-date", "date_add") \
	CASE(not_a_date_date_diff, "not-a-date", "date_diff") \
	CASE(not_a_date_date_trunc, "not-a-date", "date_trunc") \
	CASE(not_a_date_extract, "not-a-date", "extract") \
	CASE(not_a_date_interval, "not-a-date", "interval") \
	CASE(not_a_date_set, "not-a-date", "set") \
	CASE(not_a_reference_join, "not-a-reference", "join") \
	CASE(not_a_reference_where_alias, "not-a-reference", "where_alias") \
	CASE(not_an_assignment_insert_both, "not-an-assignment", "insert_both") \
	CASE(not_an_assignment_insert_into, "not-an-assignment", "insert_into") \
	CASE(not_an_assignment_update, "not-an-assignment", "update") \
	CASE(not_an_assignment_update_values, "not-an-assignment", "update_values") \
	CASE(not_an_expression_distinct, "not-an-expression", "distinct") \
	CASE(not_an_expression_group_by_object, "not-an-expression", "group_by_object") \
	CASE(not_an_expression_group_by_ordering, "not-an-expression", "group_by_ordering") \
	CASE(not_an_expression_nulls_first, "not-an-expression", "nulls_first") \
	CASE(not_an_expression_partition_by, "not-an-expression", "partition_by") \
	CASE(not_an_expression_row, "not-an-expression", "row") \
	CASE(not_an_expression_row_member, "not-an-expression", "row_member") \
	CASE(not_an_expression_select_ordering, "not-an-expression", "select_ordering") \
	CASE(not_an_expression_string_agg, "not-an-expression", "string_agg") \
	CASE(not_an_option_condition, "not-an-option", "condition") \
	CASE(not_grouped_as, "not-grouped", "as") \
	CASE(not_grouped_case, "not-grouped", "case") \
	CASE(not_grouped_cast, "not-grouped", "cast") \
	CASE(not_grouped_coalesce, "not-grouped", "coalesce") \
	CASE(not_grouped_condition, "not-grouped", "condition") \
	CASE(not_grouped_exists, "not-grouped", "exists") \
	CASE(not_grouped_extract, "not-grouped", "extract") \
	CASE(not_grouped_having, "not-grouped", "having") \
	CASE(not_grouped_in_query, "not-grouped", "in_query") \
	CASE(not_grouped_joined, "not-grouped", "joined") \
	CASE(not_grouped_json_object, "not-grouped", "json_object") \
	CASE(not_grouped_lag, "not-grouped", "lag") \
	CASE(not_grouped_lateral, "not-grouped", "lateral") \
	CASE(not_grouped_nullif, "not-grouped", "nullif") \
	CASE(not_grouped_order_by, "not-grouped", "order_by") \
	CASE(not_grouped_over_order, "not-grouped", "over_order") \
	CASE(not_grouped_partition_by, "not-grouped", "partition_by") \
	CASE(not_grouped_query, "not-grouped", "query") \
	CASE(not_grouped_round, "not-grouped", "round") \
	CASE(not_grouped_select, "not-grouped", "select") \
	CASE(not_grouped_select_all, "not-grouped", "select_all") \
	CASE(not_grouped_select_expression, "not-grouped", "select_expression") \
	CASE(not_grouped_select_object, "not-grouped", "select_object") \
	CASE(not_grouped_select_row, "not-grouped", "select_row") \
	CASE(not_grouped_subquery, "not-grouped", "subquery") \
	CASE(not_grouped_subquery_rows, "not-grouped", "subquery_rows") \
	CASE(not_grouped_union, "not-grouped", "union") \
	CASE(not_grouped_with, "not-grouped", "with") \
	CASE(not_json_get, "not-json", "get") \
	CASE(not_json_length, "not-json", "length") \
	CASE(not_json_text, "not-json", "text") \
	CASE(not_numeric_abs, "not-numeric", "abs") \
	CASE(not_numeric_add, "not-numeric", "add") \
	CASE(not_numeric_all_of, "not-numeric", "all_of") \
	CASE(not_numeric_and, "not-numeric", "and") \
	CASE(not_numeric_any_of, "not-numeric", "any_of") \
	CASE(not_numeric_as, "not-numeric", "as") \
	CASE(not_numeric_avg, "not-numeric", "avg") \
	CASE(not_numeric_case, "not-numeric", "case") \
	CASE(not_numeric_case_value, "not-numeric", "case_value") \
	CASE(not_numeric_cast, "not-numeric", "cast") \
	CASE(not_numeric_ceil, "not-numeric", "ceil") \
	CASE(not_numeric_coalesce, "not-numeric", "coalesce") \
	CASE(not_numeric_collect, "not-numeric", "collect") \
	CASE(not_numeric_condition, "not-numeric", "condition") \
	CASE(not_numeric_conflict, "not-numeric", "conflict") \
	CASE(not_numeric_count, "not-numeric", "count") \
	CASE(not_numeric_date_add, "not-numeric", "date_add") \
	CASE(not_numeric_delete, "not-numeric", "delete") \
	CASE(not_numeric_delete_join, "not-numeric", "delete_join") \
	CASE(not_numeric_delete_using, "not-numeric", "delete_using") \
	CASE(not_numeric_distinct_on, "not-numeric", "distinct_on") \
	CASE(not_numeric_either, "not-numeric", "either") \
	CASE(not_numeric_else, "not-numeric", "else") \
	CASE(not_numeric_except, "not-numeric", "except") \
	CASE(not_numeric_exists, "not-numeric", "exists") \
	CASE(not_numeric_extend, "not-numeric", "extend") \
	CASE(not_numeric_field, "not-numeric", "field") \
	CASE(not_numeric_filter, "not-numeric", "filter") \
	CASE(not_numeric_floor, "not-numeric", "floor") \
	CASE(not_numeric_frame, "not-numeric", "frame") \
	CASE(not_numeric_full_join, "not-numeric", "full_join") \
	CASE(not_numeric_func, "not-numeric", "func") \
	CASE(not_numeric_group_by, "not-numeric", "group_by") \
	CASE(not_numeric_having, "not-numeric", "having") \
	CASE(not_numeric_in_query, "not-numeric", "in_query") \
	CASE(not_numeric_insert_query, "not-numeric", "insert_query") \
	CASE(not_numeric_insert_query_set, "not-numeric", "insert_query_set") \
	CASE(not_numeric_intersect, "not-numeric", "intersect") \
	CASE(not_numeric_is_distinct, "not-numeric", "is_distinct") \
	CASE(not_numeric_join, "not-numeric", "join") \
	CASE(not_numeric_join_query, "not-numeric", "join_query") \
	CASE(not_numeric_json_agg, "not-numeric", "json_agg") \
	CASE(not_numeric_json_array, "not-numeric", "json_array") \
	CASE(not_numeric_json_object, "not-numeric", "json_object") \
	CASE(not_numeric_lag, "not-numeric", "lag") \
	CASE(not_numeric_lateral, "not-numeric", "lateral") \
	CASE(not_numeric_left_join, "not-numeric", "left_join") \
	CASE(not_numeric_not, "not-numeric", "not") \
	CASE(not_numeric_nth_value, "not-numeric", "nth_value") \
	CASE(not_numeric_ntile, "not-numeric", "ntile") \
	CASE(not_numeric_nullif, "not-numeric", "nullif") \
	CASE(not_numeric_nulls_last, "not-numeric", "nulls_last") \
	CASE(not_numeric_or, "not-numeric", "or") \
	CASE(not_numeric_order_by, "not-numeric", "order_by") \
	CASE(not_numeric_order_by_desc, "not-numeric", "order_by_desc") \
	CASE(not_numeric_over_filter, "not-numeric", "over_filter") \
	CASE(not_numeric_over_lag, "not-numeric", "over_lag") \
	CASE(not_numeric_over_order, "not-numeric", "over_order") \
	CASE(not_numeric_partition_by, "not-numeric", "partition_by") \
	CASE(not_numeric_power, "not-numeric", "power") \
	CASE(not_numeric_query, "not-numeric", "query") \
	CASE(not_numeric_raw, "not-numeric", "raw") \
	CASE(not_numeric_returning, "not-numeric", "returning") \
	CASE(not_numeric_returning_delete, "not-numeric", "returning_delete") \
	CASE(not_numeric_returning_insert, "not-numeric", "returning_insert") \
	CASE(not_numeric_right_join, "not-numeric", "right_join") \
	CASE(not_numeric_round, "not-numeric", "round") \
	CASE(not_numeric_round_what, "not-numeric", "round_what") \
	CASE(not_numeric_row, "not-numeric", "row") \
	CASE(not_numeric_select, "not-numeric", "select") \
	CASE(not_numeric_select_distinct, "not-numeric", "select_distinct") \
	CASE(not_numeric_set, "not-numeric", "set") \
	CASE(not_numeric_set_when, "not-numeric", "set_when") \
	CASE(not_numeric_string_agg_order, "not-numeric", "string_agg_order") \
	CASE(not_numeric_subquery, "not-numeric", "subquery") \
	CASE(not_numeric_subquery_rows, "not-numeric", "subquery_rows") \
	CASE(not_numeric_substr, "not-numeric", "substr") \
	CASE(not_numeric_sum, "not-numeric", "sum") \
	CASE(not_numeric_sum_filter, "not-numeric", "sum_filter") \
	CASE(not_numeric_sum_having, "not-numeric", "sum_having") \
	CASE(not_numeric_sum_order_by, "not-numeric", "sum_order_by") \
	CASE(not_numeric_sum_over, "not-numeric", "sum_over") \
	CASE(not_numeric_sum_subquery, "not-numeric", "sum_subquery") \
	CASE(not_numeric_sum_union, "not-numeric", "sum_union") \
	CASE(not_numeric_sum_with, "not-numeric", "sum_with") \
	CASE(not_numeric_union, "not-numeric", "union") \
	CASE(not_numeric_union_all, "not-numeric", "union_all") \
	CASE(not_numeric_update, "not-numeric", "update") \
	CASE(not_numeric_update_from, "not-numeric", "update_from") \
	CASE(not_numeric_update_join, "not-numeric", "update_join") \
	CASE(not_numeric_when, "not-numeric", "when") \
	CASE(not_numeric_where, "not-numeric", "where") \
	CASE(not_numeric_with, "not-numeric", "with") \
	CASE(not_numeric_with_recursive, "not-numeric", "with_recursive") \
	CASE(not_text_all_of, "not-text", "all_of") \
	CASE(not_text_and, "not-text", "and") \
	CASE(not_text_any_of, "not-text", "any_of") \
	CASE(not_text_as, "not-text", "as") \
	CASE(not_text_case, "not-text", "case") \
	CASE(not_text_case_value, "not-text", "case_value") \
	CASE(not_text_cast, "not-text", "cast") \
	CASE(not_text_coalesce, "not-text", "coalesce") \
	CASE(not_text_collect, "not-text", "collect") \
	CASE(not_text_concat, "not-text", "concat") \
	CASE(not_text_condition, "not-text", "condition") \
	CASE(not_text_conflict, "not-text", "conflict") \
	CASE(not_text_count, "not-text", "count") \
	CASE(not_text_delete, "not-text", "delete") \
	CASE(not_text_delete_join, "not-text", "delete_join") \
	CASE(not_text_delete_using, "not-text", "delete_using") \
	CASE(not_text_distinct_on, "not-text", "distinct_on") \
	CASE(not_text_either, "not-text", "either") \
	CASE(not_text_else, "not-text", "else") \
	CASE(not_text_except, "not-text", "except") \
	CASE(not_text_exists, "not-text", "exists") \
	CASE(not_text_extend, "not-text", "extend") \
	CASE(not_text_field, "not-text", "field") \
	CASE(not_text_filter, "not-text", "filter") \
	CASE(not_text_full_join, "not-text", "full_join") \
	CASE(not_text_func, "not-text", "func") \
	CASE(not_text_group_by, "not-text", "group_by") \
	CASE(not_text_having, "not-text", "having") \
	CASE(not_text_in_query, "not-text", "in_query") \
	CASE(not_text_insert_query, "not-text", "insert_query") \
	CASE(not_text_insert_query_set, "not-text", "insert_query_set") \
	CASE(not_text_intersect, "not-text", "intersect") \
	CASE(not_text_is_distinct, "not-text", "is_distinct") \
	CASE(not_text_join, "not-text", "join") \
	CASE(not_text_join_query, "not-text", "join_query") \
	CASE(not_text_json_agg, "not-text", "json_agg") \
	CASE(not_text_json_array, "not-text", "json_array") \
	CASE(not_text_json_object, "not-text", "json_object") \
	CASE(not_text_lateral, "not-text", "lateral") \
	CASE(not_text_left_join, "not-text", "left_join") \
	CASE(not_text_length, "not-text", "length") \
	CASE(not_text_lower, "not-text", "lower") \
	CASE(not_text_not, "not-text", "not") \
	CASE(not_text_nullif, "not-text", "nullif") \
	CASE(not_text_nulls_last, "not-text", "nulls_last") \
	CASE(not_text_or, "not-text", "or") \
	CASE(not_text_order_by, "not-text", "order_by") \
	CASE(not_text_order_by_desc, "not-text", "order_by_desc") \
	CASE(not_text_over_filter, "not-text", "over_filter") \
	CASE(not_text_over_lag, "not-text", "over_lag") \
	CASE(not_text_over_order, "not-text", "over_order") \
	CASE(not_text_partition_by, "not-text", "partition_by") \
	CASE(not_text_position, "not-text", "position") \
	CASE(not_text_query, "not-text", "query") \
	CASE(not_text_raw, "not-text", "raw") \
	CASE(not_text_replace, "not-text", "replace") \
	CASE(not_text_returning, "not-text", "returning") \
	CASE(not_text_returning_delete, "not-text", "returning_delete") \
	CASE(not_text_returning_insert, "not-text", "returning_insert") \
	CASE(not_text_right_join, "not-text", "right_join") \
	CASE(not_text_row, "not-text", "row") \
	CASE(not_text_select, "not-text", "select") \
	CASE(not_text_select_distinct, "not-text", "select_distinct") \
	CASE(not_text_set, "not-text", "set") \
	CASE(not_text_set_when, "not-text", "set_when") \
	CASE(not_text_string_agg, "not-text", "string_agg") \
	CASE(not_text_string_agg_order, "not-text", "string_agg_order") \
	CASE(not_text_subquery, "not-text", "subquery") \
	CASE(not_text_subquery_rows, "not-text", "subquery_rows") \
	CASE(not_text_substr, "not-text", "substr") \
	CASE(not_text_trim, "not-text", "trim") \
	CASE(not_text_union, "not-text", "union") \
	CASE(not_text_union_all, "not-text", "union_all") \
	CASE(not_text_update, "not-text", "update") \
	CASE(not_text_update_from, "not-text", "update_from") \
	CASE(not_text_update_join, "not-text", "update_join") \
	CASE(not_text_upper, "not-text", "upper") \
	CASE(not_text_when, "not-text", "when") \
	CASE(not_text_where, "not-text", "where") \
	CASE(not_text_with, "not-text", "with") \
	CASE(not_text_with_recursive, "not-text", "with_recursive") \
	CASE(null_compared_all_of, "null-compared", "all_of") \
	CASE(null_compared_and, "null-compared", "and") \
	CASE(null_compared_any_of, "null-compared", "any_of") \
	CASE(null_compared_as, "null-compared", "as") \
	CASE(null_compared_between, "null-compared", "between") \
	CASE(null_compared_case, "null-compared", "case") \
	CASE(null_compared_case_value, "null-compared", "case_value") \
	CASE(null_compared_cast, "null-compared", "cast") \
	CASE(null_compared_coalesce, "null-compared", "coalesce") \
	CASE(null_compared_collect, "null-compared", "collect") \
	CASE(null_compared_condition, "null-compared", "condition") \
	CASE(null_compared_conflict, "null-compared", "conflict") \
	CASE(null_compared_count, "null-compared", "count") \
	CASE(null_compared_delete, "null-compared", "delete") \
	CASE(null_compared_delete_join, "null-compared", "delete_join") \
	CASE(null_compared_delete_using, "null-compared", "delete_using") \
	CASE(null_compared_distinct_on, "null-compared", "distinct_on") \
	CASE(null_compared_either, "null-compared", "either") \
	CASE(null_compared_else, "null-compared", "else") \
	CASE(null_compared_except, "null-compared", "except") \
	CASE(null_compared_exists, "null-compared", "exists") \
	CASE(null_compared_extend, "null-compared", "extend") \
	CASE(null_compared_field, "null-compared", "field") \
	CASE(null_compared_filter, "null-compared", "filter") \
	CASE(null_compared_full_join, "null-compared", "full_join") \
	CASE(null_compared_func, "null-compared", "func") \
	CASE(null_compared_group_by, "null-compared", "group_by") \
	CASE(null_compared_having, "null-compared", "having") \
	CASE(null_compared_in, "null-compared", "in") \
	CASE(null_compared_in_query, "null-compared", "in_query") \
	CASE(null_compared_insert_query, "null-compared", "insert_query") \
	CASE(null_compared_insert_query_set, "null-compared", "insert_query_set") \
	CASE(null_compared_intersect, "null-compared", "intersect") \
	CASE(null_compared_is_distinct, "null-compared", "is_distinct") \
	CASE(null_compared_join, "null-compared", "join") \
	CASE(null_compared_join_query, "null-compared", "join_query") \
	CASE(null_compared_json_agg, "null-compared", "json_agg") \
	CASE(null_compared_json_array, "null-compared", "json_array") \
	CASE(null_compared_json_object, "null-compared", "json_object") \
	CASE(null_compared_lateral, "null-compared", "lateral") \
	CASE(null_compared_left_join, "null-compared", "left_join") \
	CASE(null_compared_not, "null-compared", "not") \
	CASE(null_compared_nullif, "null-compared", "nullif") \
	CASE(null_compared_nulls_last, "null-compared", "nulls_last") \
	CASE(null_compared_or, "null-compared", "or") \
	CASE(null_compared_order_by, "null-compared", "order_by") \
	CASE(null_compared_order_by_desc, "null-compared", "order_by_desc") \
	CASE(null_compared_over_filter, "null-compared", "over_filter") \
	CASE(null_compared_over_lag, "null-compared", "over_lag") \
	CASE(null_compared_over_order, "null-compared", "over_order") \
	CASE(null_compared_partition_by, "null-compared", "partition_by") \
	CASE(null_compared_query, "null-compared", "query") \
	CASE(null_compared_raw, "null-compared", "raw") \
	CASE(null_compared_returning, "null-compared", "returning") \
	CASE(null_compared_returning_delete, "null-compared", "returning_delete") \
	CASE(null_compared_returning_insert, "null-compared", "returning_insert") \
	CASE(null_compared_right_join, "null-compared", "right_join") \
	CASE(null_compared_row, "null-compared", "row") \
	CASE(null_compared_select, "null-compared", "select") \
	CASE(null_compared_select_distinct, "null-compared", "select_distinct") \
	CASE(null_compared_set, "null-compared", "set") \
	CASE(null_compared_set_when, "null-compared", "set_when") \
	CASE(null_compared_string_agg_order, "null-compared", "string_agg_order") \
	CASE(null_compared_subquery, "null-compared", "subquery") \
	CASE(null_compared_subquery_rows, "null-compared", "subquery_rows") \
	CASE(null_compared_union, "null-compared", "union") \
	CASE(null_compared_union_all, "null-compared", "union_all") \
	CASE(null_compared_update, "null-compared", "update") \
	CASE(null_compared_update_from, "null-compared", "update_from") \
	CASE(null_compared_update_join, "null-compared", "update_join") \
	CASE(null_compared_when, "null-compared", "when") \
	CASE(null_compared_where, "null-compared", "where") \
	CASE(null_compared_where_null_of, "null-compared", "where_null_of") \
	CASE(null_compared_with, "null-compared", "with") \
	CASE(null_compared_with_recursive, "null-compared", "with_recursive") \
	CASE(null_into_not_null_aggregate, "null-into-not-null", "aggregate") \
	CASE(null_into_not_null_case, "null-into-not-null", "case") \
	CASE(null_into_not_null_cast, "null-into-not-null", "cast") \
	CASE(null_into_not_null_coalesce, "null-into-not-null", "coalesce") \
	CASE(null_into_not_null_column, "null-into-not-null", "column") \
	CASE(null_into_not_null_conflict, "null-into-not-null", "conflict") \
	CASE(null_into_not_null_either, "null-into-not-null", "either") \
	CASE(null_into_not_null_excluded, "null-into-not-null", "excluded") \
	CASE(null_into_not_null_expression, "null-into-not-null", "expression") \
	CASE(null_into_not_null_func, "null-into-not-null", "func") \
	CASE(null_into_not_null_insert_into, "null-into-not-null", "insert_into") \
	CASE(null_into_not_null_insert_query, "null-into-not-null", "insert_query") \
	CASE(null_into_not_null_json_length, "null-into-not-null", "json_length") \
	CASE(null_into_not_null_null, "null-into-not-null", "null") \
	CASE(null_into_not_null_null_of, "null-into-not-null", "null_of") \
	CASE(null_into_not_null_nullif, "null-into-not-null", "nullif") \
	CASE(null_into_not_null_optional, "null-into-not-null", "optional") \
	CASE(null_into_not_null_raw, "null-into-not-null", "raw") \
	CASE(null_into_not_null_subquery, "null-into-not-null", "subquery") \
	CASE(null_into_not_null_update, "null-into-not-null", "update") \
	CASE(null_into_not_null_update_from, "null-into-not-null", "update_from") \
	CASE(null_into_not_null_when, "null-into-not-null", "when") \
	CASE(options_table_columns, "options-table", "columns") \
	CASE(options_table_select_all, "options-table", "select_all") \
	CASE(over_not_a_function_clause, "over-not-a-function", "clause") \
	CASE(over_not_a_function_expression, "over-not-a-function", "expression") \
	CASE(over_not_a_function_order, "over-not-a-function", "order") \
	CASE(over_not_a_function_part, "over-not-a-function", "part") \
	CASE(over_not_a_function_select, "over-not-a-function", "select") \
	CASE(over_not_a_function_twice, "over-not-a-function", "twice") \
	CASE(raw_parameters_select, "raw-parameters", "select") \
	CASE(recursive_shape_with, "recursive-shape", "with") \
	CASE(relation_alias_along, "relation-alias", "along") \
	CASE(relation_alias_any_as, "relation-alias", "any_as") \
	CASE(relation_alias_count_of_as, "relation-alias", "count_of_as") \
	CASE(relation_path_joined, "relation-path", "joined") \
	CASE(relation_path_selectin, "relation-path", "selectin") \
	CASE(row_shape_having, "row-shape", "having") \
	CASE(row_shape_in, "row-shape", "in") \
	CASE(row_shape_in_query, "row-shape", "in_query") \
	CASE(row_shape_where, "row-shape", "where") \
	CASE(scalar_columns_scalar, "scalar-columns", "scalar") \
	CASE(scalar_columns_scalar_one, "scalar-columns", "scalar_one") \
	CASE(scalar_columns_scalars, "scalar-columns", "scalars") \
	CASE(scalar_type_narrow, "scalar-type", "narrow") \
	CASE(scalar_type_object, "scalar-type", "object") \
	CASE(scalar_type_one_or_none, "scalar-type", "one_or_none") \
	CASE(scalar_type_returning, "scalar-type", "returning") \
	CASE(scalar_type_scalars, "scalar-type", "scalars") \
	CASE(scalar_type_submit, "scalar-type", "submit") \
	CASE(scalar_type_text, "scalar-type", "text") \
	CASE(subquery_columns_all_of, "subquery-columns", "all_of") \
	CASE(subquery_columns_and, "subquery-columns", "and") \
	CASE(subquery_columns_any_of, "subquery-columns", "any_of") \
	CASE(subquery_columns_as, "subquery-columns", "as") \
	CASE(subquery_columns_between, "subquery-columns", "between") \
	CASE(subquery_columns_case, "subquery-columns", "case") \
	CASE(subquery_columns_case_value, "subquery-columns", "case_value") \
	CASE(subquery_columns_case_when, "subquery-columns", "case_when") \
	CASE(subquery_columns_cast, "subquery-columns", "cast") \
	CASE(subquery_columns_coalesce, "subquery-columns", "coalesce") \
	CASE(subquery_columns_coalesce_item, "subquery-columns", "coalesce_item") \
	CASE(subquery_columns_collect, "subquery-columns", "collect") \
	CASE(subquery_columns_condition, "subquery-columns", "condition") \
	CASE(subquery_columns_conflict_set, "subquery-columns", "conflict_set") \
	CASE(subquery_columns_count, "subquery-columns", "count") \
	CASE(subquery_columns_delete, "subquery-columns", "delete") \
	CASE(subquery_columns_delete_join, "subquery-columns", "delete_join") \
	CASE(subquery_columns_delete_using, "subquery-columns", "delete_using") \
	CASE(subquery_columns_distinct_on, "subquery-columns", "distinct_on") \
	CASE(subquery_columns_either, "subquery-columns", "either") \
	CASE(subquery_columns_else, "subquery-columns", "else") \
	CASE(subquery_columns_except, "subquery-columns", "except") \
	CASE(subquery_columns_exists, "subquery-columns", "exists") \
	CASE(subquery_columns_extend, "subquery-columns", "extend") \
	CASE(subquery_columns_filter, "subquery-columns", "filter") \
	CASE(subquery_columns_full_join, "subquery-columns", "full_join") \
	CASE(subquery_columns_func, "subquery-columns", "func") \
	CASE(subquery_columns_group_by, "subquery-columns", "group_by") \
	CASE(subquery_columns_having, "subquery-columns", "having") \
	CASE(subquery_columns_in, "subquery-columns", "in") \
	CASE(subquery_columns_in_query, "subquery-columns", "in_query") \
	CASE(subquery_columns_insert_into, "subquery-columns", "insert_into") \
	CASE(subquery_columns_insert_query, "subquery-columns", "insert_query") \
	CASE(subquery_columns_intersect, "subquery-columns", "intersect") \
	CASE(subquery_columns_is_distinct, "subquery-columns", "is_distinct") \
	CASE(subquery_columns_join, "subquery-columns", "join") \
	CASE(subquery_columns_join_query, "subquery-columns", "join_query") \
	CASE(subquery_columns_json_agg, "subquery-columns", "json_agg") \
	CASE(subquery_columns_json_array, "subquery-columns", "json_array") \
	CASE(subquery_columns_json_object, "subquery-columns", "json_object") \
	CASE(subquery_columns_lateral, "subquery-columns", "lateral") \
	CASE(subquery_columns_left_join, "subquery-columns", "left_join") \
	CASE(subquery_columns_not, "subquery-columns", "not") \
	CASE(subquery_columns_not_in, "subquery-columns", "not_in") \
	CASE(subquery_columns_nullif, "subquery-columns", "nullif") \
	CASE(subquery_columns_nulls_last, "subquery-columns", "nulls_last") \
	CASE(subquery_columns_or, "subquery-columns", "or") \
	CASE(subquery_columns_order_by, "subquery-columns", "order_by") \
	CASE(subquery_columns_order_by_desc, "subquery-columns", "order_by_desc") \
	CASE(subquery_columns_over_filter, "subquery-columns", "over_filter") \
	CASE(subquery_columns_over_lag, "subquery-columns", "over_lag") \
	CASE(subquery_columns_over_order, "subquery-columns", "over_order") \
	CASE(subquery_columns_partition_by, "subquery-columns", "partition_by") \
	CASE(subquery_columns_query, "subquery-columns", "query") \
	CASE(subquery_columns_raw, "subquery-columns", "raw") \
	CASE(subquery_columns_returning, "subquery-columns", "returning") \
	CASE(subquery_columns_returning_delete, "subquery-columns", "returning_delete") \
	CASE(subquery_columns_returning_insert, "subquery-columns", "returning_insert") \
	CASE(subquery_columns_right_join, "subquery-columns", "right_join") \
	CASE(subquery_columns_row, "subquery-columns", "row") \
	CASE(subquery_columns_row_member, "subquery-columns", "row_member") \
	CASE(subquery_columns_select, "subquery-columns", "select") \
	CASE(subquery_columns_select_distinct, "subquery-columns", "select_distinct") \
	CASE(subquery_columns_select_row, "subquery-columns", "select_row") \
	CASE(subquery_columns_set, "subquery-columns", "set") \
	CASE(subquery_columns_string_agg_order, "subquery-columns", "string_agg_order") \
	CASE(subquery_columns_subquery, "subquery-columns", "subquery") \
	CASE(subquery_columns_subquery_rows, "subquery-columns", "subquery_rows") \
	CASE(subquery_columns_union, "subquery-columns", "union") \
	CASE(subquery_columns_union_all, "subquery-columns", "union_all") \
	CASE(subquery_columns_update, "subquery-columns", "update") \
	CASE(subquery_columns_update_from, "subquery-columns", "update_from") \
	CASE(subquery_columns_update_join, "subquery-columns", "update_join") \
	CASE(subquery_columns_values_as, "subquery-columns", "values_as") \
	CASE(subquery_columns_when, "subquery-columns", "when") \
	CASE(subquery_columns_where, "subquery-columns", "where") \
	CASE(subquery_columns_with, "subquery-columns", "with") \
	CASE(subquery_columns_with_recursive, "subquery-columns", "with_recursive") \
	CASE(table_not_in_from_all_of, "table-not-in-from", "all_of") \
	CASE(table_not_in_from_along, "table-not-in-from", "along") \
	CASE(table_not_in_from_along_relation, "table-not-in-from", "along_relation") \
	CASE(table_not_in_from_and, "table-not-in-from", "and") \
	CASE(table_not_in_from_any, "table-not-in-from", "any") \
	CASE(table_not_in_from_any_of, "table-not-in-from", "any_of") \
	CASE(table_not_in_from_any_own, "table-not-in-from", "any_own") \
	CASE(table_not_in_from_as, "table-not-in-from", "as") \
	CASE(table_not_in_from_case, "table-not-in-from", "case") \
	CASE(table_not_in_from_case_value, "table-not-in-from", "case_value") \
	CASE(table_not_in_from_cast, "table-not-in-from", "cast") \
	CASE(table_not_in_from_coalesce, "table-not-in-from", "coalesce") \
	CASE(table_not_in_from_collect, "table-not-in-from", "collect") \
	CASE(table_not_in_from_condition, "table-not-in-from", "condition") \
	CASE(table_not_in_from_conflict, "table-not-in-from", "conflict") \
	CASE(table_not_in_from_conflict_value, "table-not-in-from", "conflict_value") \
	CASE(table_not_in_from_count, "table-not-in-from", "count") \
	CASE(table_not_in_from_cross_join_lateral, "table-not-in-from", "cross_join_lateral") \
	CASE(table_not_in_from_delete, "table-not-in-from", "delete") \
	CASE(table_not_in_from_delete_join, "table-not-in-from", "delete_join") \
	CASE(table_not_in_from_delete_using, "table-not-in-from", "delete_using") \
	CASE(table_not_in_from_distinct_on, "table-not-in-from", "distinct_on") \
	CASE(table_not_in_from_either, "table-not-in-from", "either") \
	CASE(table_not_in_from_else, "table-not-in-from", "else") \
	CASE(table_not_in_from_except, "table-not-in-from", "except") \
	CASE(table_not_in_from_exists, "table-not-in-from", "exists") \
	CASE(table_not_in_from_exists_in_exists, "table-not-in-from", "exists_in_exists") \
	CASE(table_not_in_from_extend, "table-not-in-from", "extend") \
	CASE(table_not_in_from_filter, "table-not-in-from", "filter") \
	CASE(table_not_in_from_full_join, "table-not-in-from", "full_join") \
	CASE(table_not_in_from_func, "table-not-in-from", "func") \
	CASE(table_not_in_from_group_by, "table-not-in-from", "group_by") \
	CASE(table_not_in_from_having, "table-not-in-from", "having") \
	CASE(table_not_in_from_having_aggregate, "table-not-in-from", "having_aggregate") \
	CASE(table_not_in_from_in_query, "table-not-in-from", "in_query") \
	CASE(table_not_in_from_insert_into, "table-not-in-from", "insert_into") \
	CASE(table_not_in_from_insert_query, "table-not-in-from", "insert_query") \
	CASE(table_not_in_from_insert_query_join, "table-not-in-from", "insert_query_join") \
	CASE(table_not_in_from_insert_query_set, "table-not-in-from", "insert_query_set") \
	CASE(table_not_in_from_intersect, "table-not-in-from", "intersect") \
	CASE(table_not_in_from_is_distinct, "table-not-in-from", "is_distinct") \
	CASE(table_not_in_from_join, "table-not-in-from", "join") \
	CASE(table_not_in_from_join_later, "table-not-in-from", "join_later") \
	CASE(table_not_in_from_join_query, "table-not-in-from", "join_query") \
	CASE(table_not_in_from_json_agg, "table-not-in-from", "json_agg") \
	CASE(table_not_in_from_json_array, "table-not-in-from", "json_array") \
	CASE(table_not_in_from_json_object, "table-not-in-from", "json_object") \
	CASE(table_not_in_from_lateral, "table-not-in-from", "lateral") \
	CASE(table_not_in_from_left_join, "table-not-in-from", "left_join") \
	CASE(table_not_in_from_lock, "table-not-in-from", "lock") \
	CASE(table_not_in_from_not, "table-not-in-from", "not") \
	CASE(table_not_in_from_nullif, "table-not-in-from", "nullif") \
	CASE(table_not_in_from_nulls_last, "table-not-in-from", "nulls_last") \
	CASE(table_not_in_from_optional_clause, "table-not-in-from", "optional_clause") \
	CASE(table_not_in_from_or, "table-not-in-from", "or") \
	CASE(table_not_in_from_order_by, "table-not-in-from", "order_by") \
	CASE(table_not_in_from_order_by_aggregate, "table-not-in-from", "order_by_aggregate") \
	CASE(table_not_in_from_order_by_desc, "table-not-in-from", "order_by_desc") \
	CASE(table_not_in_from_order_by_optional, "table-not-in-from", "order_by_optional") \
	CASE(table_not_in_from_order_by_subquery, "table-not-in-from", "order_by_subquery") \
	CASE(table_not_in_from_order_by_window, "table-not-in-from", "order_by_window") \
	CASE(table_not_in_from_over_filter, "table-not-in-from", "over_filter") \
	CASE(table_not_in_from_over_lag, "table-not-in-from", "over_lag") \
	CASE(table_not_in_from_over_order, "table-not-in-from", "over_order") \
	CASE(table_not_in_from_partition_by, "table-not-in-from", "partition_by") \
	CASE(table_not_in_from_query, "table-not-in-from", "query") \
	CASE(table_not_in_from_query_column, "table-not-in-from", "query_column") \
	CASE(table_not_in_from_raw, "table-not-in-from", "raw") \
	CASE(table_not_in_from_returning, "table-not-in-from", "returning") \
	CASE(table_not_in_from_returning_all, "table-not-in-from", "returning_all") \
	CASE(table_not_in_from_returning_delete, "table-not-in-from", "returning_delete") \
	CASE(table_not_in_from_returning_from, "table-not-in-from", "returning_from") \
	CASE(table_not_in_from_returning_from_table, "table-not-in-from", "returning_from_table") \
	CASE(table_not_in_from_returning_insert, "table-not-in-from", "returning_insert") \
	CASE(table_not_in_from_returning_using, "table-not-in-from", "returning_using") \
	CASE(table_not_in_from_right_join, "table-not-in-from", "right_join") \
	CASE(table_not_in_from_row, "table-not-in-from", "row") \
	CASE(table_not_in_from_select, "table-not-in-from", "select") \
	CASE(table_not_in_from_select_aggregate, "table-not-in-from", "select_aggregate") \
	CASE(table_not_in_from_select_alias, "table-not-in-from", "select_alias") \
	CASE(table_not_in_from_select_all, "table-not-in-from", "select_all") \
	CASE(table_not_in_from_select_distinct, "table-not-in-from", "select_distinct") \
	CASE(table_not_in_from_select_row, "table-not-in-from", "select_row") \
	CASE(table_not_in_from_selectin, "table-not-in-from", "selectin") \
	CASE(table_not_in_from_set, "table-not-in-from", "set") \
	CASE(table_not_in_from_set_when, "table-not-in-from", "set_when") \
	CASE(table_not_in_from_string_agg_order, "table-not-in-from", "string_agg_order") \
	CASE(table_not_in_from_subquery, "table-not-in-from", "subquery") \
	CASE(table_not_in_from_subquery_rows, "table-not-in-from", "subquery_rows") \
	CASE(table_not_in_from_union, "table-not-in-from", "union") \
	CASE(table_not_in_from_union_all, "table-not-in-from", "union_all") \
	CASE(table_not_in_from_update, "table-not-in-from", "update") \
	CASE(table_not_in_from_update_from, "table-not-in-from", "update_from") \
	CASE(table_not_in_from_update_join, "table-not-in-from", "update_join") \
	CASE(table_not_in_from_update_where, "table-not-in-from", "update_where") \
	CASE(table_not_in_from_using, "table-not-in-from", "using") \
	CASE(table_not_in_from_values_as, "table-not-in-from", "values_as") \
	CASE(table_not_in_from_when, "table-not-in-from", "when") \
	CASE(table_not_in_from_where, "table-not-in-from", "where") \
	CASE(table_not_in_from_where_any_of, "table-not-in-from", "where_any_of") \
	CASE(table_not_in_from_where_either, "table-not-in-from", "where_either") \
	CASE(table_not_in_from_where_optional, "table-not-in-from", "where_optional") \
	CASE(table_not_in_from_where_subquery, "table-not-in-from", "where_subquery") \
	CASE(table_not_in_from_where_ternary, "table-not-in-from", "where_ternary") \
	CASE(table_not_in_from_with, "table-not-in-from", "with") \
	CASE(table_not_in_from_with_distinct_on, "table-not-in-from", "with_distinct_on") \
	CASE(table_not_in_from_with_recursive, "table-not-in-from", "with_recursive") \
	CASE(table_not_in_from_with_select, "table-not-in-from", "with_select") \
	CASE(table_twice_any, "table-twice", "any") \
	CASE(table_twice_collect, "table-twice", "collect") \
	CASE(table_twice_cross_join, "table-twice", "cross_join") \
	CASE(table_twice_derived, "table-twice", "derived") \
	CASE(table_twice_exists, "table-twice", "exists") \
	CASE(table_twice_full_join, "table-twice", "full_join") \
	CASE(table_twice_in_query, "table-twice", "in_query") \
	CASE(table_twice_insert_query, "table-twice", "insert_query") \
	CASE(table_twice_join, "table-twice", "join") \
	CASE(table_twice_lateral, "table-twice", "lateral") \
	CASE(table_twice_left_join, "table-twice", "left_join") \
	CASE(table_twice_query, "table-twice", "query") \
	CASE(table_twice_right_join, "table-twice", "right_join") \
	CASE(table_twice_subquery, "table-twice", "subquery") \
	CASE(table_twice_two_joins, "table-twice", "two_joins") \
	CASE(table_twice_union, "table-twice", "union") \
	CASE(table_twice_update_from, "table-twice", "update_from") \
	CASE(table_twice_update_join, "table-twice", "update_join") \
	CASE(table_twice_using, "table-twice", "using") \
	CASE(table_twice_using_join, "table-twice", "using_join") \
	CASE(table_twice_values_as, "table-twice", "values_as") \
	CASE(table_twice_with, "table-twice", "with") \
	CASE(type_mismatch_all_of, "type-mismatch", "all_of") \
	CASE(type_mismatch_along_value, "type-mismatch", "along_value") \
	CASE(type_mismatch_and, "type-mismatch", "and") \
	CASE(type_mismatch_any_of, "type-mismatch", "any_of") \
	CASE(type_mismatch_as, "type-mismatch", "as") \
	CASE(type_mismatch_between, "type-mismatch", "between") \
	CASE(type_mismatch_case, "type-mismatch", "case") \
	CASE(type_mismatch_case_value, "type-mismatch", "case_value") \
	CASE(type_mismatch_cast, "type-mismatch", "cast") \
	CASE(type_mismatch_coalesce, "type-mismatch", "coalesce") \
	CASE(type_mismatch_collect, "type-mismatch", "collect") \
	CASE(type_mismatch_conflict, "type-mismatch", "conflict") \
	CASE(type_mismatch_count, "type-mismatch", "count") \
	CASE(type_mismatch_date_add, "type-mismatch", "date_add") \
	CASE(type_mismatch_date_diff, "type-mismatch", "date_diff") \
	CASE(type_mismatch_delete, "type-mismatch", "delete") \
	CASE(type_mismatch_delete_join, "type-mismatch", "delete_join") \
	CASE(type_mismatch_delete_using, "type-mismatch", "delete_using") \
	CASE(type_mismatch_distinct_on, "type-mismatch", "distinct_on") \
	CASE(type_mismatch_either, "type-mismatch", "either") \
	CASE(type_mismatch_else, "type-mismatch", "else") \
	CASE(type_mismatch_except, "type-mismatch", "except") \
	CASE(type_mismatch_exists, "type-mismatch", "exists") \
	CASE(type_mismatch_extend, "type-mismatch", "extend") \
	CASE(type_mismatch_field, "type-mismatch", "field") \
	CASE(type_mismatch_filter, "type-mismatch", "filter") \
	CASE(type_mismatch_full_join, "type-mismatch", "full_join") \
	CASE(type_mismatch_func, "type-mismatch", "func") \
	CASE(type_mismatch_group_by, "type-mismatch", "group_by") \
	CASE(type_mismatch_having, "type-mismatch", "having") \
	CASE(type_mismatch_in, "type-mismatch", "in") \
	CASE(type_mismatch_in_array, "type-mismatch", "in_array") \
	CASE(type_mismatch_in_query, "type-mismatch", "in_query") \
	CASE(type_mismatch_in_query_type, "type-mismatch", "in_query_type") \
	CASE(type_mismatch_in_subquery, "type-mismatch", "in_subquery") \
	CASE(type_mismatch_insert_query, "type-mismatch", "insert_query") \
	CASE(type_mismatch_insert_query_set, "type-mismatch", "insert_query_set") \
	CASE(type_mismatch_intersect, "type-mismatch", "intersect") \
	CASE(type_mismatch_is_distinct, "type-mismatch", "is_distinct") \
	CASE(type_mismatch_is_not_distinct, "type-mismatch", "is_not_distinct") \
	CASE(type_mismatch_join, "type-mismatch", "join") \
	CASE(type_mismatch_join_query, "type-mismatch", "join_query") \
	CASE(type_mismatch_json_agg, "type-mismatch", "json_agg") \
	CASE(type_mismatch_json_array, "type-mismatch", "json_array") \
	CASE(type_mismatch_json_object, "type-mismatch", "json_object") \
	CASE(type_mismatch_lag, "type-mismatch", "lag") \
	CASE(type_mismatch_lateral, "type-mismatch", "lateral") \
	CASE(type_mismatch_left_join, "type-mismatch", "left_join") \
	CASE(type_mismatch_not, "type-mismatch", "not") \
	CASE(type_mismatch_not_in, "type-mismatch", "not_in") \
	CASE(type_mismatch_nullif, "type-mismatch", "nullif") \
	CASE(type_mismatch_nulls_last, "type-mismatch", "nulls_last") \
	CASE(type_mismatch_or, "type-mismatch", "or") \
	CASE(type_mismatch_order_by, "type-mismatch", "order_by") \
	CASE(type_mismatch_order_by_desc, "type-mismatch", "order_by_desc") \
	CASE(type_mismatch_over_filter, "type-mismatch", "over_filter") \
	CASE(type_mismatch_over_lag, "type-mismatch", "over_lag") \
	CASE(type_mismatch_over_order, "type-mismatch", "over_order") \
	CASE(type_mismatch_partition_by, "type-mismatch", "partition_by") \
	CASE(type_mismatch_query, "type-mismatch", "query") \
	CASE(type_mismatch_raw, "type-mismatch", "raw") \
	CASE(type_mismatch_returning, "type-mismatch", "returning") \
	CASE(type_mismatch_returning_delete, "type-mismatch", "returning_delete") \
	CASE(type_mismatch_returning_insert, "type-mismatch", "returning_insert") \
	CASE(type_mismatch_right_join, "type-mismatch", "right_join") \
	CASE(type_mismatch_row, "type-mismatch", "row") \
	CASE(type_mismatch_select, "type-mismatch", "select") \
	CASE(type_mismatch_select_coalesce, "type-mismatch", "select_coalesce") \
	CASE(type_mismatch_select_distinct, "type-mismatch", "select_distinct") \
	CASE(type_mismatch_set, "type-mismatch", "set") \
	CASE(type_mismatch_set_when, "type-mismatch", "set_when") \
	CASE(type_mismatch_string_agg_order, "type-mismatch", "string_agg_order") \
	CASE(type_mismatch_subquery, "type-mismatch", "subquery") \
	CASE(type_mismatch_subquery_compared, "type-mismatch", "subquery_compared") \
	CASE(type_mismatch_subquery_rows, "type-mismatch", "subquery_rows") \
	CASE(type_mismatch_ternary, "type-mismatch", "ternary") \
	CASE(type_mismatch_union, "type-mismatch", "union") \
	CASE(type_mismatch_union_all, "type-mismatch", "union_all") \
	CASE(type_mismatch_update, "type-mismatch", "update") \
	CASE(type_mismatch_update_from, "type-mismatch", "update_from") \
	CASE(type_mismatch_update_join, "type-mismatch", "update_join") \
	CASE(type_mismatch_when, "type-mismatch", "when") \
	CASE(type_mismatch_where, "type-mismatch", "where") \
	CASE(type_mismatch_where_boolean, "type-mismatch", "where_boolean") \
	CASE(type_mismatch_where_character, "type-mismatch", "where_character") \
	CASE(type_mismatch_where_columns, "type-mismatch", "where_columns") \
	CASE(type_mismatch_where_date, "type-mismatch", "where_date") \
	CASE(type_mismatch_where_long_boolean, "type-mismatch", "where_long_boolean") \
	CASE(type_mismatch_where_real, "type-mismatch", "where_real") \
	CASE(type_mismatch_where_text_of_uuid, "type-mismatch", "where_text_of_uuid") \
	CASE(type_mismatch_with, "type-mismatch", "with") \
	CASE(type_mismatch_with_recursive, "type-mismatch", "with_recursive") \
	CASE(union_order_desc, "union-order", "desc") \
	CASE(union_order_except, "union-order", "except") \
	CASE(union_order_expression, "union-order", "expression") \
	CASE(union_order_intersect, "union-order", "intersect") \
	CASE(union_order_nulls_last, "union-order", "nulls_last") \
	CASE(union_order_order_by, "union-order", "order_by") \
	CASE(union_order_union_all, "union-order", "union_all") \
	CASE(union_shape_exact_type, "union-shape", "exact_type") \
	CASE(union_shape_except, "union-shape", "except") \
	CASE(union_shape_exists, "union-shape", "exists") \
	CASE(union_shape_expression, "union-shape", "expression") \
	CASE(union_shape_in_query, "union-shape", "in_query") \
	CASE(union_shape_intersect, "union-shape", "intersect") \
	CASE(union_shape_null_type, "union-shape", "null_type") \
	CASE(union_shape_number, "union-shape", "number") \
	CASE(union_shape_query, "union-shape", "query") \
	CASE(union_shape_recursive, "union-shape", "recursive") \
	CASE(union_shape_subquery, "union-shape", "subquery") \
	CASE(union_shape_third, "union-shape", "third") \
	CASE(union_shape_type, "union-shape", "type") \
	CASE(union_shape_union_all, "union-shape", "union_all") \
	CASE(union_shape_width, "union-shape", "width") \
	CASE(union_shape_with, "union-shape", "with") \
	CASE(value_type_case, "value-type", "case") \
	CASE(value_type_cast, "value-type", "cast") \
	CASE(value_type_column, "value-type", "column") \
	CASE(value_type_condition, "value-type", "condition") \
	CASE(value_type_conflict, "value-type", "conflict") \
	CASE(value_type_date, "value-type", "date") \
	CASE(value_type_excluded, "value-type", "excluded") \
	CASE(value_type_func, "value-type", "func") \
	CASE(value_type_insert_from, "value-type", "insert_from") \
	CASE(value_type_insert_into, "value-type", "insert_into") \
	CASE(value_type_insert_query, "value-type", "insert_query") \
	CASE(value_type_is_distinct, "value-type", "is_distinct") \
	CASE(value_type_json, "value-type", "json") \
	CASE(value_type_optional, "value-type", "optional") \
	CASE(value_type_real, "value-type", "real") \
	CASE(value_type_set_nullable, "value-type", "set_nullable") \
	CASE(value_type_subquery, "value-type", "subquery") \
	CASE(value_type_ternary, "value-type", "ternary") \
	CASE(value_type_update, "value-type", "update") \
	CASE(value_type_update_from, "value-type", "update_from") \
	CASE(value_type_when, "value-type", "when") \
	CASE(window_misplaced_aggregate, "window-misplaced", "aggregate") \
	CASE(window_misplaced_all_of, "window-misplaced", "all_of") \
	CASE(window_misplaced_and, "window-misplaced", "and") \
	CASE(window_misplaced_any_of, "window-misplaced", "any_of") \
	CASE(window_misplaced_collect, "window-misplaced", "collect") \
	CASE(window_misplaced_conflict, "window-misplaced", "conflict") \
	CASE(window_misplaced_count, "window-misplaced", "count") \
	CASE(window_misplaced_delete, "window-misplaced", "delete") \
	CASE(window_misplaced_delete_join, "window-misplaced", "delete_join") \
	CASE(window_misplaced_delete_using, "window-misplaced", "delete_using") \
	CASE(window_misplaced_distinct_on, "window-misplaced", "distinct_on") \
	CASE(window_misplaced_either, "window-misplaced", "either") \
	CASE(window_misplaced_except, "window-misplaced", "except") \
	CASE(window_misplaced_exists, "window-misplaced", "exists") \
	CASE(window_misplaced_extend, "window-misplaced", "extend") \
	CASE(window_misplaced_filter, "window-misplaced", "filter") \
	CASE(window_misplaced_full_join, "window-misplaced", "full_join") \
	CASE(window_misplaced_group_by, "window-misplaced", "group_by") \
	CASE(window_misplaced_having, "window-misplaced", "having") \
	CASE(window_misplaced_in_query, "window-misplaced", "in_query") \
	CASE(window_misplaced_insert_query, "window-misplaced", "insert_query") \
	CASE(window_misplaced_intersect, "window-misplaced", "intersect") \
	CASE(window_misplaced_is_distinct, "window-misplaced", "is_distinct") \
	CASE(window_misplaced_join, "window-misplaced", "join") \
	CASE(window_misplaced_join_query, "window-misplaced", "join_query") \
	CASE(window_misplaced_json_agg, "window-misplaced", "json_agg") \
	CASE(window_misplaced_lateral, "window-misplaced", "lateral") \
	CASE(window_misplaced_left_join, "window-misplaced", "left_join") \
	CASE(window_misplaced_not, "window-misplaced", "not") \
	CASE(window_misplaced_or, "window-misplaced", "or") \
	CASE(window_misplaced_over_filter, "window-misplaced", "over_filter") \
	CASE(window_misplaced_over_lag, "window-misplaced", "over_lag") \
	CASE(window_misplaced_over_order, "window-misplaced", "over_order") \
	CASE(window_misplaced_partition_by, "window-misplaced", "partition_by") \
	CASE(window_misplaced_query, "window-misplaced", "query") \
	CASE(window_misplaced_right_join, "window-misplaced", "right_join") \
	CASE(window_misplaced_row, "window-misplaced", "row") \
	CASE(window_misplaced_set, "window-misplaced", "set") \
	CASE(window_misplaced_set_when, "window-misplaced", "set_when") \
	CASE(window_misplaced_string_agg_order, "window-misplaced", "string_agg_order") \
	CASE(window_misplaced_subquery, "window-misplaced", "subquery") \
	CASE(window_misplaced_subquery_rows, "window-misplaced", "subquery_rows") \
	CASE(window_misplaced_union, "window-misplaced", "union") \
	CASE(window_misplaced_union_all, "window-misplaced", "union_all") \
	CASE(window_misplaced_update, "window-misplaced", "update") \
	CASE(window_misplaced_update_from, "window-misplaced", "update_from") \
	CASE(window_misplaced_update_join, "window-misplaced", "update_join") \
	CASE(window_misplaced_when, "window-misplaced", "when") \
	CASE(window_misplaced_where, "window-misplaced", "where") \
	CASE(window_misplaced_window, "window-misplaced", "window") \
	CASE(window_misplaced_with, "window-misplaced", "with") \
	CASE(window_misplaced_with_recursive, "window-misplaced", "with_recursive") \
	CASE(window_without_over_lag, "window-without-over", "lag") \
	CASE(window_without_over_order_by, "window-without-over", "order_by") \
	CASE(window_without_over_select, "window-without-over", "select") \
	CASE(window_without_over_where, "window-without-over", "where")
