"""The keys of every label in a game's pictures. `core/screens/phrases.py` has the phrase of each.

A label is a few words under a pile or beside a bar; numbers stand in the picture, not in it.
"""

from __future__ import annotations

from enum import StrEnum


class L(StrEnum):
    """One key, a few words. Values begin with `game_`, as their phrases do."""

    # every game
    YOURS = "game_yours"  # Yours
    TOGETHER = "game_together"  # All of us together
    ALONE = "game_alone"  # Each alone
    AT_TABLE = "game_at_table"  # As a table
    WHOLE_ROOM = "game_whole_room"  # The whole room
    SOMEBODY = "game_somebody"  # One of us
    WHAT_WE_CHOSE = "game_what_we_chose"  # What we chose
    WHAT_IT_COSTS = "game_what_it_costs"  # What working together cost us

    # bargaining
    WHAT_WE_KNOW = "game_what_we_know"  # What we know
    TRIP_COSTS = "game_trip_costs"  # What the trip costs us
    HOTEL_PAYS = "game_hotel_pays"  # The most the hotel pays
    LEAST_FEE = "game_least_fee"  # The least fee that is taken
    PLACE_WORTH = "game_place_worth"  # What the place is worth
    OFFERS = "game_offers"  # What was offered
    ONE_OFFER = "game_one_offer"  # One offer
    OFFER_OF_PAIR = "game_offer_of_pair"  # The offer of a pair
    OUR_OFFER = "game_our_offer"  # Our joint offer
    OFFER_WON = "game_offer_won"  # The offer that won
    OFFER_NOT_TAKEN = "game_offer_not_taken"  # Not taken
    OUTSIDER_OFFERS = "game_outsider_offers"  # What the outsider offers
    OUTSIDER_WON = "game_outsider_won"  # The outsider gets it
    NO_DEAL = "game_no_deal"  # No deal
    WHAT_CAME_OF_IT = "game_what_came_of_it"  # What came of it
    ABOVE_COST = "game_above_cost"  # Price above the cost
    LEFT_AFTER_FEE = "game_left_after_fee"  # Left after the fee
    ON_AVERAGE = "game_on_average"  # Each of us, on average
    IN_PAIRS = "game_in_pairs"  # In pairs
    WITH_OUTSIDER = "game_with_outsider"  # With the outsider
    CUSTOMER_PAYS = "game_customer_pays"  # What the customer pays
    OFFICE_GETS = "game_office_gets"  # What the office gets

    # who-decides
    PUT_IN = "game_put_in"  # Put in %(number)s
    YOU_PUT_IN = "game_you_put_in"  # You put in
    BOSS_PUTS_IN = "game_boss_puts_in"  # You, the boss, put in
    WHO_PUT_IN_WHAT = "game_who_put_in_what"  # How many put in how much
    BY_HEAD = "game_by_head"  # One person, one vote
    BY_HEAD_TIE = "game_by_head_tie"  # One person, one vote: a tie
    BY_MONEY = "game_by_money"  # Votes by money
    BY_MONEY_TIE = "game_by_money_tie"  # Votes by money: a tie
    BY_BOSS = "game_by_boss"  # The boss decides
    BOSS_AWAY = "game_boss_away"  # The boss is not here
    WINS = "game_wins"  # Wins
    EQUAL = "game_equal"  # Equal
    LESS = "game_less"  # Less
    YOUR_SAY = "game_your_say"  # How much your voice counts
    MINUTES_NEEDED = "game_minutes_needed"  # Minutes it takes
    WHO_HAS_A_SAY = "game_who_has_a_say"  # How many of us decide
    RIEL_NEEDED = "game_riel_needed"  # Money it takes

    # sharing-out
    USED = "game_used"  # How much each of us used
    SHARES = "game_shares"  # Shares each of us put in
    YOU_USED = "game_you_used"  # You used
    YOUR_SHARES = "game_your_shares"  # Your shares
    PARTS = "game_parts"  # Who gets how much
    RESERVE = "game_reserve"  # Kept for bad days
    COMMUNITY = "game_community"  # For the place we live in
    IS_IT_FAIR = "game_is_it_fair"  # Is it fair?
    BY_USE = "game_by_use"  # By use
    BY_SHARES = "game_by_shares"  # By shares
    ALIKE = "game_alike"  # All alike
    FROM_RESERVE = "game_from_reserve"  # From the reserve
    LOSS_PARTS = "game_loss_parts"  # Who carries how much
    YOUR_PART = "game_your_part"  # Your part

    # buying-together
    PRICE_AND_TRIP = "game_price_and_trip"  # Price and way
    PRICE_OF_ONE = "game_price_of_one"  # Price of one piece
    ONE_TRIP = "game_one_trip"  # One way to the seller
    EACH_BUYS_ALONE = "game_each_buys_alone"  # When each buys alone
    NEEDS = "game_needs"  # Who needs %(number)s
    WE_ALL_PAY = "game_we_all_pay"  # What all of us pay
    AS_WE_CHOSE = "game_as_we_chose"  # As we chose
    SAVED = "game_saved"  # Saved together
    YOU_PAY = "game_you_pay"  # What you pay
    THE_TROUBLE = "game_the_trouble"  # The trouble
    ONE_NOT_PAID = "game_one_not_paid"  # Somebody does not pay
    SOME_MELTED = "game_some_melted"  # Some of it melts
    COLLECTOR_LATE = "game_collector_late"  # The collector is late
    TROUBLE_COST = "game_trouble_cost"  # What the trouble costs
    SAVING_LEFT = "game_saving_left"  # Left of the saving
    SAVING_NEXT = "game_saving_next"  # Saved the next time
    YOUR_SAVING = "game_your_saving"  # What you saved
    YOUR_TROUBLE = "game_your_trouble"  # Your part of the trouble
    ONE_CARRIES = "game_one_carries"  # One person carries it

    # accident-fund
    OUR_MONEY = "game_our_money"  # Our money, in no order
    LEFT_IN_FUND = "game_left_in_fund"  # Left in the fund
    WHAT_HAPPENED = "game_what_happened"  # What happened
    WERE_IN_DEBT = "game_were_in_debt"  # People in debt
    ACCIDENTS = "game_accidents"  # Accidents
    FUND_COULD_NOT = "game_fund_could_not"  # Fund could not pay all
    YOUR_MONTHS = "game_your_months"  # Your money, month by month
    YOUR_MONEY = "game_your_money"  # Your money now
    OUR_NUMBERS = "game_our_numbers"  # Our numbers
    GOOD_MONTH = "game_good_month"  # Left of a good month
    BAD_ACCIDENT = "game_bad_accident"  # What a bad accident costs
    MANY_DAYS = "game_many_days"  # In debt, of 100 like us
    WITH_FEE_RIEL = "game_with_fee_riel"  # Each pays in %(number)s riel a month
    GOT_THEIR_WISH = "game_got_their_wish"  # Of 100 voters so many got what they wanted
    WITH_FEE = "game_with_fee"  # Each pays in %(number)s a month
    YOU_PAID_IN = "game_you_paid_in"  # You paid in
    PROMISE_KEPT = "game_promise_kept"  # Of 100 accidents, fully paid
    PEOPLE_PAY = "game_people_pay"  # When %(number)s pay in
    NOBODY_PAYS = "game_nobody_pays"  # When nobody pays in

    # common-pot
    THE_POT = "game_the_pot"  # The common pot
    POT_BEFORE = "game_pot_before"  # What we put in
    POT_GROWN = "game_pot_grown"  # What it grew to
    POT_EACH = "game_pot_each"  # Each gets from the pot
    POT_REST = "game_pot_rest"  # Cannot be shared, stays over
    WON_TOGETHER = "game_won_together"  # How much we won together
    YOU_KEPT = "game_you_kept"  # You kept
    FROM_POT = "game_from_pot"  # You got from the pot
    YOU_HAVE = "game_you_have"  # You have now
    WITH_CHECKER = "game_with_checker"  # Each, with a checker
    LIKE_LAST_TIME = "game_like_last_time"  # Each, as in the last round
