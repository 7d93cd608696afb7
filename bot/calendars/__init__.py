"""Calendars as iCalendar (RFC 5545): bookings as feeds, and foreign feeds as busy times."""
