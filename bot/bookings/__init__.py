"""What happens around a booking: moves with their consequences, who hears of them, the clock."""
